// The address of a search: words, filters and order, so that it can be shared and gone back to.

/** What an address asks: `words`, `picked` (values by the name of each filter), `sort`. */
export function readAddress(address, names) {
  const asked = new URL(address).searchParams;
  const picked = {};
  for (const name of names) if (asked.has(name)) picked[name] = asked.getAll(name);
  return { words: asked.get("q") ?? "", picked, sort: asked.get("sort") ?? "" };
}

/** The address of a search, at the same place as another one. */
export function addressOf({ words, picked, sort }, place) {
  const address = new URL(place);
  address.search = address.hash = "";
  if (words.trim()) address.searchParams.set("q", words.trim());
  for (const [name, values] of Object.entries(picked))
    for (const value of values) address.searchParams.append(name, value);
  if (sort) address.searchParams.set("sort", sort);
  return address.href;
}
