// Searching beside the page, so that this stays at hand while a large index is gone through.

import { Searcher } from "./searcher.js";

let searcher;

addEventListener("message", async ({ data: { id, method, given } }) => {
  try {
    if (method === "open") searcher = new Searcher(...given);
    else if (method === "search") for await (const answer of searcher.search(...given)) postMessage({ id, answer });
    else postMessage({ id, answer: await searcher[method](...given) });
    postMessage({ id, isOver: true });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
