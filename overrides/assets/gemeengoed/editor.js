// Starts the editor (Decap CMS) with what the site says of kinds and fields, and a field of our own for names.
// It is loaded before this; see editor-before.js. `h` and `createClass` are Decap's own React.

import { searcher } from "./form-search.js";
import { names } from "./editor-names.js";

const here = new URL("./", location.href);
const told = await fetch(new URL("editor.json", here)).then((answer) => answer.json());
const root = new URL(told.root, here);
const { CMS } = window;

/** Without what is empty, and blanks around words: a line with nothing behind it is an error in the commons. */
function full(value) {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string") return value.trim() ? (value.includes("\n") ? value : value.trim()) : undefined;
  if (Array.isArray(value)) {
    const kept = value.map(full).filter((one) => one !== undefined);
    return kept.length ? kept : undefined;
  }
  if (typeof value !== "object" || !value.filter) return value;
  const kept = value.map(full).filter((one) => one !== undefined);
  return kept.size ? kept : undefined;
}

CMS.registerWidget("gemeengoed-names", ...names(told, searcher({ folders: told.folders }, root)));
CMS.registerEventListener({ name: "preSave", handler: ({ entry }) => full(entry.get("data")) });
CMS.init({ config: told.config });
document.getElementById("gg-editor").remove();
