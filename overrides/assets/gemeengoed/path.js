// Along a learning path: which steps the reader marked as read, kept in this browser only.

import { element, fill, keeper } from "./sheet.js";

for (const place of document.querySelectorAll("[data-gg-path]")) {
  const kept = keeper(`path:${place.dataset.ggPath}`);
  const say = JSON.parse(place.dataset.say);
  if (place.dataset.ggPart) oneStep(place, kept, say);
  else allSteps(place, kept, say);
}

/** The steps that were read. */
function read(kept) {
  const found = kept.read();
  return new Set(Array.isArray(found) ? found.filter((part) => typeof part === "string") : []);
}

/** A box to mark a step with; `changed` gets whether the browser kept it. */
function box(part, kept, words, changed) {
  const input = element("input", { type: "checkbox", checked: read(kept).has(part) });
  input.addEventListener("change", () => {
    const steps = read(kept);
    steps[input.checked ? "add" : "delete"](part);
    changed(kept.write([...steps]));
  });
  return [input, element("label", { class: "gg-read" }, input, " ", words)];
}

function oneStep(place, kept, say) {
  const status = element("span", { class: "gg-day", role: "status" });
  const part = place.dataset.ggPart;
  const [input, label] = box(part, kept, say.read, (works) => (status.textContent = works ? "" : say.lost));
  place.append(element("p", {}, label, " ", status));
  window.addEventListener("storage", () => (input.checked = read(kept).has(part)));
}

function allSteps(place, kept, say) {
  const count = element("p", { class: "gg-path__count", role: "status" });
  const bar = element("progress", { "aria-hidden": "true", max: 1, value: 0 });
  const reset = element("button", { type: "button", class: "gg-quiet-button" }, say.reset);
  const boxes = [];
  let works = true;
  const show = () => {
    const steps = read(kept);
    boxes.forEach(([part, input]) => (input.checked = steps.has(part)));
    const n = boxes.filter(([, input]) => input.checked).length;
    const total = boxes.length;
    count.textContent = works ? fill(n === 0 ? say.none : n === total ? say.all : say.count, { n, total }) : say.lost;
    bar.max = total;
    bar.value = n;
    reset.hidden = n === 0;
  };
  for (const item of place.querySelectorAll("[data-gg-part]")) {
    const part = item.dataset.ggPart;
    const [input, label] = box(part, kept, say.read, (isKept) => {
      works = isKept;
      show();
    });
    const title = item.querySelector("h3 a");
    input.setAttribute("aria-label", `${say.read}: ${title.textContent}`);
    item.lastElementChild.append(label);
    boxes.push([part, input]);
  }
  reset.addEventListener("click", () => {
    kept.clear();
    show();
    boxes[0]?.[1].focus();
  });
  place.querySelector("h2").after(element("div", { class: "gg-path__progress" }, bar, count, reset));
  window.addEventListener("storage", show);
  window.addEventListener("pageshow", show);
  show();
}
