// Shows the page anew when the site was made again, and what is wrong with it.

const own = new URL("./", import.meta.url);
let version = 0;

const show = (notes) => {
  document.getElementById("gg-live")?.remove();
  if (!notes.length) return;
  const box = Object.assign(document.createElement("details"), { id: "gg-live", open: true });
  box.setAttribute("role", "alert");
  Object.assign(box.style, {
    position: "fixed", insetInline: "0", insetBlockEnd: "0", maxHeight: "40vh", overflow: "auto", zIndex: "1000",
    padding: "1rem", background: "#7a0016", color: "#fff", font: "0.8rem/1.5 monospace", whiteSpace: "pre-wrap",
  });
  const summary = Object.assign(document.createElement("summary"), { textContent: `gemeengoed: ${notes.length}` });
  const text = Object.assign(document.createElement("div"), { textContent: notes.join("\n") });
  box.append(summary, text);
  document.body.append(box);
};

for (;;) {
  try {
    const state = await (await fetch(new URL(`state?after=${version}`, own))).json();
    if (version && state.version !== version) location.reload();
    version = state.version;
    show(state.notes);
  } catch {
    await new Promise((done) => setTimeout(done, 1000)); // the server is gone, or not there yet
  }
}
