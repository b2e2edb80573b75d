// The filters beside the results. They stand in the page; how many pages each value has is asked when a group is opened.

import { element } from "./results.js";

const WIDE = "(min-width: 60em)";

export class Filters {
  constructor(panel, chips, say, changed) {
    Object.assign(this, { panel, chips, say, changed });
    this.groups = [...panel.querySelectorAll("details[data-filter]")];
    this.names = this.groups.map(({ dataset }) => dataset.filter);
    panel.hidden = false;
    panel.open = matchMedia(WIDE).matches;
    panel.addEventListener("change", () => changed());
    for (const group of this.groups) group.addEventListener("toggle", () => group.open && !this.isSetting && changed({ counts: true }));
    panel.querySelector("button").addEventListener("click", () => {
      this.pick({});
      changed();
    });
  }

  /** The values that are picked, by the name of each filter. */
  get picked() {
    const values = {};
    for (const box of this.panel.querySelectorAll("input:checked")) (values[box.name] ??= []).push(box.value);
    return values;
  }

  /** The filters whose figures can be seen; the kinds always, since results stand in groups by kind. */
  get counted() {
    return this.groups.filter((group) => group.open || group.dataset.filter === "kind").map(({ dataset }) => dataset.filter);
  }

  /** Pick exactly these values, and open the groups that they are in. */
  pick(picked) {
    for (const box of this.panel.querySelectorAll("input")) box.checked = picked[box.name]?.includes(box.value) ?? false;
    for (const group of this.groups) if (picked[group.dataset.filter]) group.open = true;
  }

  /** Show how many pages each value has now. What no page of the site has is not offered. */
  count(figures) {
    for (const group of this.groups) {
      const numbers = figures[group.dataset.filter];
      if (!numbers) continue;
      for (const box of group.querySelectorAll("input")) {
        const label = box.closest("label");
        label.hidden = !(box.value in numbers) && !box.checked;
        label.querySelector(".gg-number").textContent = numbers[box.value] ?? 0;
      }
    }
    this.#chips();
  }

  #chips() {
    const picked = Object.values(this.picked).flat();
    this.panel.querySelector("button").hidden = !picked.length;
    this.panel.querySelector("summary .gg-number").textContent = picked.length || "";
    const buttons = [...this.panel.querySelectorAll("input:checked")].map((box) => {
      const chip = element("button", "gg-tag", `${box.value} ×`);
      chip.type = "button";
      chip.setAttribute("aria-label", this.say.without.replace("{value}", box.value));
      chip.addEventListener("click", () => {
        box.checked = false;
        this.changed();
        document.getElementById("gg-find").focus();
      });
      return chip;
    });
    this.chips.replaceChildren(...buttons);
  }
}
