// Choosing from a list by typing (ARIA combobox with a listbox): names of the registers, or pages out of the search.

import { element, fill } from "./sheet.js";
import { plain } from "./form-read.js";

const MOST = 40;

/**
 * Make the field in `holder` one to choose with. `find(typed)` gives what fits, as `{ id, label, note }`. Returns the
 * field: `get()` gives what was chosen (what was typed and is not in the list has no `id`), `set(chosen)` puts it in.
 */
export function chooser(holder, find, say, changed) {
  const input = holder.querySelector("input");
  const isMany = holder.dataset.sort === "references";
  const isFree = "free" in holder.dataset;
  const list = element("ul", { role: "listbox", id: `${input.id}-list`, class: "gg-choose__list", hidden: true });
  const status = element("p", { class: "gg-hidden", role: "status" });
  const chips = element("ul", { class: "gg-choose__chosen" });
  list.setAttribute("aria-label", holder.querySelector("label").textContent.trim());
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
  })) input.setAttribute(name, value);
  const box = element("div", { class: "gg-choose" });
  input.replaceWith(box);
  box.append(input, list, status);
  if (isMany) box.before(chips);

  let chosen = [];
  let options = [];
  let at = -1;
  let turn = 0;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (next) => {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = next;
    const option = list.children[at];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };
  const take = (option) => {
    if (isMany) {
      if (!chosen.some((one) => one.id === option.id)) chosen.push({ id: option.id, label: option.label });
      input.value = "";
      showChips();
    } else {
      chosen = [{ id: option.id, label: option.label }];
      input.value = option.label;
    }
    close();
    changed();
  };
  const showChips = () =>
    chips.replaceChildren(
      ...chosen.map((one) =>
        element("li", {}, `${one.label} `, element("button", {
          type: "button",
          "aria-label": fill(say.remove, { name: one.label }),
          onclick: () => {
            chosen = chosen.filter((other) => other !== one);
            showChips();
            input.focus();
            changed();
          },
        }, "×"))),
    );
  const open = async () => {
    const mine = ++turn;
    const found = (await find(input.value)).slice(0, MOST);
    if (mine !== turn || document.activeElement !== input) return;
    const marked = options[at]?.id; // another answer may come while one goes through the list
    options = found;
    at = -1;
    list.replaceChildren(...options.map((option, number) =>
      element("li", {
        role: "option", id: `${list.id}-${number}`, "aria-selected": "false",
        onmousedown: (event) => event.preventDefault(),
        onclick: () => take(option),
      }, option.label, option.note ? element("span", { class: "gg-choose__note" }, ` ${option.note}`) : null)));
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (marked) mark(options.findIndex(({ id }) => id === marked));
    status.textContent = options.length ? fill(say.results, { n: options.length }) : input.value.trim() ? say.none : "";
  };
  // What was typed in full counts as chosen, also when nobody pressed Enter.
  const settle = async () => {
    const typed = input.value.trim();
    close();
    if (!typed || (!isMany && chosen[0]?.id && chosen[0].label === typed)) return;
    const same = (await find(typed)).filter((option) => plain(option.label) === plain(typed));
    if (input.value.trim() !== typed) return;
    if (same.length === 1) take(same[0]);
    changed();
  };

  input.addEventListener("input", () => {
    if (!isMany) chosen = [];
    open();
  });
  input.addEventListener("focus", () => holder.dataset.register !== "item" && !isFree && !input.value && open());
  input.addEventListener("blur", settle);
  input.addEventListener("keydown", (event) => {
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return open();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isOpen && at >= 0) take(options[at]);
      else settle();
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      close();
    }
  });

  return {
    get() {
      const typed = input.value.trim();
      const rest = typed && (isMany || !chosen.length) ? [{ id: "", label: typed }] : [];
      return [...chosen, ...rest];
    },
    set(values) {
      chosen = values.filter((one) => one.id);
      input.value = isMany ? "" : (values[0]?.label ?? "");
      const rest = values.find((one) => !one.id);
      if (rest) input.value = rest.label;
      if (isMany) showChips();
    },
  };
}
