// What the worksheets share: keep what was typed in the reader's own browser, save it as a file and open it again, print
// and clear. Nothing here asks anything of any server. Text is only ever set as text, never as HTML.

const SITE = new URL("../../", import.meta.url).pathname;
const LARGEST = 2_000_000;

/** What the reader's browser keeps under a name, for this site. Where it keeps nothing, `works` is false. */
export function keeper(name) {
  const key = `gemeengoed:${SITE}:${name}`;
  const kept = {
    key,
    works: true,
    read() {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
        kept.works = true;
      } catch {
        kept.works = false;
      }
      return kept.works;
    },
    clear() {
      try {
        localStorage.removeItem(key);
      } catch {
        kept.works = false;
      }
    },
  };
  return kept;
}

/** An element with properties (`class`, `aria-…` and `data-…` as attributes) and children: elements or texts. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && !name.includes("-")) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A sentence with its `{places}` filled in. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** A text or at most `longest` characters of it; empty for whatever is no text. */
export function text(value, longest = 2000) {
  return typeof value === "string" ? value.slice(0, longest) : "";
}

/** Let the reader save a text as a file. */
export function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/**
 * The buttons below a worksheet. `sheet` is its element; `get` gives what is filled in, `set` puts something in its
 * place and says whether it fitted, `clear` empties it.
 */
export function toolbar(sheet, say, kept, { get, set, clear }) {
  const status = element("p", { class: "gg-sheet__said", role: "status" });
  const tell = (words) => (status.textContent = words);
  const file = element("input", { type: "file", accept: ".json,application/json", hidden: true });
  const open = element("button", { type: "button", onclick: () => file.click() }, say.open);
  file.addEventListener("change", async () => {
    const chosen = file.files[0];
    file.value = "";
    if (chosen) tell((await opened(chosen, set)) ? say.opened : say.wrong);
  });
  const sure = element("div", { class: "gg-sheet__sure", role: "group", "aria-label": say.clear, hidden: true });
  const wipe = element("button", { type: "button", onclick: () => ask(true) }, say.clear);
  const no = element("button", { type: "button", onclick: () => ask(false) }, say.no);
  const yes = element("button", { type: "button" }, say.yes);
  const ask = (asking) => {
    sure.hidden = !asking;
    wipe.setAttribute("aria-expanded", asking);
    (asking ? no : wipe).focus();
  };
  yes.addEventListener("click", () => {
    clear();
    ask(false);
    tell(say.cleared);
  });
  sure.addEventListener("keydown", (event) => event.key === "Escape" && ask(false));
  wipe.setAttribute("aria-expanded", false);
  sure.append(element("span", {}, say.sure), " ", no, " ", yes);
  const saved = () => {
    save(`${sheet.dataset.name}.json`, JSON.stringify(get(), null, 1), "application/json");
    tell(say.saved);
  };
  const bar = element(
    "div",
    { class: "gg-sheet__bar" },
    element("button", { type: "button", onclick: saved }, say.save),
    open,
    file,
    element("button", { type: "button", onclick: () => printOnly(sheet) }, say.print),
    wipe,
  );
  const promise = element("p", { class: "gg-sheet__kept" }, say.kept);
  window.addEventListener("storage", (event) => {
    if (event.key === kept.key && set(kept.read() ?? {}, false)) tell(say.elsewhere);
  });
  const remember = () => (promise.textContent = kept.write(get()) ? say.kept : say.lost);
  return { parts: [promise, bar, sure, status], tell, remember };
}

async function opened(chosen, set) {
  if (chosen.size > LARGEST) return false;
  try {
    return set(JSON.parse(await chosen.text()), true);
  } catch {
    return false;
  }
}

/** Print the sheet without the page around it. */
function printOnly(sheet) {
  const page = document.documentElement;
  const mark = (on) => {
    page.classList.toggle("gg-prints-sheet", on);
    sheet.classList.toggle("gg-sheet--printed", on);
  };
  window.addEventListener("afterprint", () => mark(false), { once: true });
  mark(true);
  window.print();
}
