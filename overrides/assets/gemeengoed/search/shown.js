// The results that stand on the page. What a reader has begun with stays where it is, even where better ones come in.

import { number, show } from "./results.js";

const BEGINNING = ["pointermove", "pointerdown", "focusin"];

export class Shown {
  #loaded = [];
  #figures = {};
  #waiting; // what would stand here if the reader had not begun
  #isBegun = false;
  #isOld = true;

  /** `button` lets a reader who has begun have the better results. */
  constructor(list, button, settings) {
    Object.assign(this, { list, button, settings, kind: {} });
    const begin = () => (this.#isBegun = true);
    for (const name of BEGINNING) list.addEventListener(name, begin, { passive: true });
    addEventListener("scroll", begin, { passive: true });
    button.addEventListener("click", () => {
      this.accept();
      this.list.querySelector("a")?.focus();
    });
  }

  /** What comes next is of another search: it takes the place of what stands here. */
  startAgain({ isGrouped, pickKind }) {
    this.kind = { isGrouped, pickKind };
    this.#isOld = true;
    this.#offer();
  }

  /** Let the list begin with these results; `figures` as far as they are known. */
  put(loaded, figures = {}) {
    this.#figures = figures;
    const isMore = this.#loaded.every((one, place) => one.url === loaded[place]?.url);
    if (this.#isOld || (!isMore && !this.#isBegun)) this.#replace(loaded);
    else if (isMore) this.add(loaded.slice(this.#loaded.length));
    else {
      this.#offer(loaded);
      this.#number();
    }
  }

  /** Put results behind those that stand here; tells how many there are then. */
  add(loaded) {
    this.#loaded = [...this.#loaded, ...loaded];
    show(this.list, loaded, { settings: this.settings, isGrouped: this.kind.isGrouped });
    this.#number();
    return this.#loaded.length;
  }

  /** Show the better results, if there are any. */
  accept() {
    if (this.#waiting) this.#replace(this.#waiting);
  }

  #replace(loaded) {
    this.#offer();
    this.#isOld = this.#isBegun = false;
    this.#loaded = [];
    this.list.replaceChildren();
    this.add(loaded);
  }

  #offer(loaded) {
    this.#waiting = loaded;
    this.button.parentElement.hidden = !loaded;
  }

  #number() {
    number(this.list, { settings: this.settings, figures: this.#figures, pickKind: this.kind.pickKind });
  }
}
