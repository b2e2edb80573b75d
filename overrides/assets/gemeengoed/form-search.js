// Pages of the site that are like what somebody types, out of the search index. Without an index there are none.

import { plain } from "./form-read.js";
import { take } from "./search/found.js";
import { loadAbout, openIndex } from "./search/index.js";

/** What finds pages for a form: `pages(words, kinds, most)` those with the words, `like(title)` those that are like it. */
export function searcher(form, root) {
  let searching;
  const bundle = new URL("pagefind/", root);
  const index = () => (searching ??= loadAbout(bundle).then((about) => openIndex(bundle, about, { weights: {}, language: document.documentElement.lang })));

  /** The pages that fit words best: their title, address and the reference that an item has. */
  async function pages(words, kinds, most) {
    if (!words.trim()) return [];
    try {
      const results = await (await index()).search(words, 4 * most);
      const found = [];
      for (const { url, meta } of await take(results, 4 * most)) {
        if (found.length === most) break;
        const address = new URL(url, root);
        const [folder, slug, more] = address.pathname.slice(root.pathname.length).split("/").filter(Boolean);
        const ref = `${form.folders[folder]}/${slug}`;
        if (!form.folders[folder] || !slug || more || (kinds.length && !kinds.includes(form.folders[folder]))) continue;
        found.push({ id: ref, label: meta.title ?? ref, note: meta.kind ?? "", address });
      }
      return found;
    } catch {
      return [];
    }
  }

  /** At most three pages like a title. The search wants every word on a page; the longest alone find other titles. */
  async function like(title) {
    const long = plain(title).split(" ").filter((word) => word.length > 5).sort((one, other) => other.length - one.length);
    const all = await Promise.all([title, ...long.slice(0, 2)].map((words) => pages(words, [], 3)));
    return [...new Map(all.flat().map((page) => [page.id, page])).values()].slice(0, 3);
  }

  return { pages, like };
}
