// The results on the page: in groups by kind, each with its passage. What comes from pages is text, never HTML.

/** Show results that were loaded, in `list`, each group under the name of its kind; without groups where they are sorted. */
export function show(list, loaded, { settings, isGrouped }) {
  for (const data of loaded) {
    const kind = data.filters.kind?.[0] ?? "";
    const group = isGrouped ? groupOf(list, kind, settings) : plainGroup(list);
    group.append(entry(data, isGrouped ? "" : kind, settings.languages[data.filters.language?.[0]]));
  }
}

/** Say of each group how many pages it has, as far as `figures` knows, and let one ask for all of them. */
export function number(list, { settings, figures, pickKind }) {
  for (const section of list.querySelectorAll("section")) {
    const { kind } = section.dataset;
    const total = figures.kind?.[kind] ?? 0;
    const [heading, some] = [section.querySelector("h2"), section.querySelectorAll("li").length];
    if (total && !heading.querySelector(".gg-number")) heading.append(" ", element("span", "gg-number", String(total)));
    const all = section.querySelector(".gg-found__all") ?? (total > some && pickKind && allOf(section, total, settings, pickKind));
    if (all) all.hidden = some >= total;
  }
}

function allOf(section, total, settings, pickKind) {
  const { kind } = section.dataset;
  const text = settings.say.all.replace("{n}", total).replace("{kind}", settings.plurals[kind] ?? kind);
  const all = section.appendChild(element("button", "gg-found__all", text));
  all.type = "button";
  all.addEventListener("click", () => pickKind(kind));
  return all;
}

function plainGroup(list) {
  return list.querySelector("ol") ?? list.appendChild(element("ol", "gg-results"));
}

function groupOf(list, kind, settings) {
  const known = list.querySelector(`section[data-kind="${CSS.escape(kind)}"] ol`);
  if (known) return known;
  const section = element("section", "gg-found");
  section.dataset.kind = kind;
  section.append(element("h2", "", settings.plurals[kind] ?? kind), element("ol", "gg-results"));
  // What tells about the site itself comes after what colleagues shared.
  const isShared = (one) => one.dataset.kind in settings.plurals;
  list.insertBefore(section, isShared(section) ? ([...list.children].find((one) => !isShared(one)) ?? null) : null);
  return section.querySelector("ol");
}

// A page in another language than the site: `language` says in which its title and passage are.
function entry(data, kind, language) {
  const item = element("li");
  const heading = element("h3");
  const link = element("a", "", data.meta.title);
  link.href = data.url;
  heading.append(link);
  item.append(heading);
  if (kind) item.append(element("p", "gg-kind", kind));
  const passage = element("p");
  const best = bestPart(data);
  if (best) passage.append(...marked(best.excerpt));
  else passage.textContent = data.meta.summary ?? "";
  item.append(passage);
  if (language) link.lang = passage.lang = language;
  if (best && best.url !== data.url) {
    const part = element("a", "gg-found__part", best.title);
    part.href = best.url;
    if (language) part.lang = language;
    item.append(part);
  }
  return item;
}

// The part of the page with the most of what was looked for; none where only its title or keywords have it.
function bestPart(data) {
  const parts = data.sub_results?.filter(({ locations }) => locations.length) ?? [];
  return parts.sort((one, other) => other.locations.length - one.locations.length)[0];
}

// An excerpt is escaped text with <mark> around what was found; it is taken apart rather than trusted as HTML.
function marked(excerpt) {
  const text = document.createElement("textarea");
  return excerpt.split(/(<mark>.*?<\/mark>)/s).map((piece) => {
    const found = piece.startsWith("<mark>");
    text.innerHTML = found ? piece.slice(6, -7) : piece;
    return found ? element("mark", "", text.value) : document.createTextNode(text.value);
  });
}

export function element(name, className = "", text = "") {
  return Object.assign(document.createElement(name), { ...(className && { className }), textContent: text });
}
