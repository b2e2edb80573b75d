// The results on the page: in groups by kind, each with its passage. What comes from pages is text, never HTML.

/** Show results that were loaded, in `list`, each group under the name of its kind; without groups where they are sorted. */
export function show(list, loaded, { settings, figures, isGrouped, pickKind }) {
  for (const data of loaded) {
    const kind = data.filters.kind?.[0] ?? "";
    const group = isGrouped ? groupOf(list, kind, settings, figures, pickKind) : plainGroup(list);
    group.append(entry(data, isGrouped ? "" : kind, settings.languages[data.filters.language?.[0]]));
  }
  for (const all of list.querySelectorAll(".gg-found__all"))
    all.hidden = all.parentElement.querySelectorAll("li").length >= (figures.kind?.[all.parentElement.dataset.kind] ?? 0);
}

function plainGroup(list) {
  return list.querySelector("ol") ?? list.appendChild(element("ol", "gg-results"));
}

function groupOf(list, kind, settings, figures, pickKind) {
  const known = list.querySelector(`section[data-kind="${CSS.escape(kind)}"] ol`);
  if (known) return known;
  const section = element("section", "gg-found");
  section.dataset.kind = kind;
  const heading = element("h2", "", settings.plurals[kind] ?? kind);
  const total = figures.kind?.[kind] ?? 0;
  if (total) heading.append(" ", element("span", "gg-number", String(total)));
  section.append(heading, element("ol", "gg-results"));
  if (total > 1 && pickKind) {
    const all = element("button", "gg-found__all", settings.say.all.replace("{n}", total).replace("{kind}", heading.firstChild.data));
    all.type = "button";
    all.addEventListener("click", () => pickKind(kind));
    section.append(all);
  }
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
