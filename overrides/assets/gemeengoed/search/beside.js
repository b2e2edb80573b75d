// Who searches: the page itself where the index is small, a worker beside it where that would take long.

import { isLarge, loadAbout } from "./index.js";
import { Searcher } from "./searcher.js";

/** A `Searcher` of the index in the folder `bundle`, or what asks one in a worker. `settings` are those of the page. */
export async function openSearcher(bundle, settings) {
  const [about] = await Promise.all([loadAbout(bundle), import(new URL("pagefind.js", bundle))]); // the worker needs it too
  const given = [bundle.href, about, { ...settings, language: document.documentElement.lang }];
  const beside = isLarge(about) && (await Beside.open(...given));
  return beside || new Searcher(...given);
}

class Beside {
  #asked = new Map();
  #number = 0;

  /** Undefined where the browser has no workers that are modules. */
  static async open(...given) {
    try {
      const beside = new Beside();
      await beside.#one("open", ...given);
      return beside;
    } catch {
      return undefined;
    }
  }

  constructor() {
    this.worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data }) => this.#asked.get(data.id)?.(data));
    this.worker.addEventListener("error", ({ message = "" }) => this.#asked.forEach((tell) => tell({ error: message || "error" })));
  }

  search(...given) {
    return this.#ask("search", ...given);
  }

  figures(...given) {
    return this.#one("figures", ...given);
  }

  more() {
    return this.#one("more");
  }

  strange(...given) {
    return this.#one("strange", ...given);
  }

  async #one(...asked) {
    for await (const answer of this.#ask(...asked)) return answer;
  }

  async *#ask(method, ...given) {
    const id = ++this.#number;
    const came = [];
    let wake;
    this.#asked.set(id, (said) => (came.push(said), wake?.()));
    this.worker.postMessage({ id, method, given });
    try {
      while (true) {
        if (!came.length) await new Promise((resolve) => (wake = resolve));
        const { answer, error, isOver } = came.shift();
        if (error) throw new Error(error);
        if (isOver) return;
        yield answer;
      }
    } finally {
      this.#asked.delete(id);
    }
  }
}
