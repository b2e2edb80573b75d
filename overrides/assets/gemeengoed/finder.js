// The search page: words and filters in, results out, and both in the address so that a search can be shared.

const FILTERS = ["kind", "theme", "region", "maturity", "worked", "result"];
const AT_A_TIME = 10;
const OPEN_UP_TO = 8;
const WIDE = "(min-width: 60em)";

/**
 * Start the search in `element`, with the Pagefind bundle at `bundle`. `mark` names the query parameter that tells a
 * page which words to mark.
 */
export async function startFinder(element, bundle, mark) {
  const say = JSON.parse(element.dataset.say);
  const form = element.querySelector("form");
  const input = form.elements.q;
  const status = element.querySelector("[role=status]");
  const list = element.querySelector(".gg-results");
  const more = element.querySelector(".gg-more");
  const panel = element.querySelector(".gg-filters");

  let pagefind;
  let stale = {};
  let results = [];
  let shown = 0;
  let turn = 0;

  const chosen = () => {
    const values = {};
    for (const box of panel.querySelectorAll("input:checked")) (values[box.name] ??= []).push(box.value);
    return values;
  };

  const load = async () => {
    if (pagefind) return pagefind;
    const [loaded, about] = await Promise.all([
      import(new URL("pagefind.js", bundle)),
      fetch(new URL("parts.json", bundle), { cache: "no-cache" }).then((answer) => answer.json()),
    ]);
    const options = { highlightParam: mark, baseUrl: new URL("../", bundle).pathname };
    await loaded.options(options);
    await loaded.init();
    for (const part of about.parts) await loaded.mergeIndex(new URL(part, bundle).pathname, options);
    stale = about.stale;
    return (pagefind = loaded);
  };

  // A page that changed since the older parts of the index were made is in the newest part: its old entries do not count.
  const without = (figures, entries) => {
    const left = structuredClone(figures ?? {});
    for (const entry of entries)
      for (const [name, values] of Object.entries(stale[entry]))
        for (const value of values) if (left[name]?.[value]) left[name][value] -= 1;
    return left;
  };

  const remember = () => {
    const address = new URL(location.href);
    address.search = "";
    if (input.value.trim()) address.searchParams.set("q", input.value.trim());
    for (const [name, values] of Object.entries(chosen())) values.forEach((value) => address.searchParams.append(name, value));
    history.replaceState(null, "", address);
  };

  const search = async () => {
    const mine = ++turn;
    const words = input.value.trim();
    const picked = chosen();
    remember();
    if (!words && !Object.keys(picked).length) {
      results = [];
      list.replaceChildren();
      status.textContent = "";
      more.hidden = true;
      return;
    }
    status.textContent = say.loading;
    try {
      const engine = await load();
      const filters = Object.fromEntries(Object.entries(picked).map(([name, values]) => [name, { any: values }]));
      const found = await engine.search(words || null, { filters });
      if (mine !== turn) return;
      results = found.results.filter((result) => !(result.id in stale));
      const old = found.results.map((result) => result.id).filter((entry) => entry in stale);
      count(words ? without(found.filters, old) : without(await engine.filters(), Object.keys(stale)));
      shown = 0;
      list.replaceChildren();
      const total = results.length;
      status.textContent = total === 1 ? say.one : total ? say.many.replace("{n}", total) : say.none.replace("{q}", words);
      await show();
    } catch (error) {
      status.textContent = say.failed;
      console.error(error);
    }
  };

  const show = async () => {
    const mine = turn;
    const part = await Promise.all(results.slice(shown, shown + AT_A_TIME).map((result) => result.data()));
    if (mine !== turn) return;
    list.append(...part.map(entry));
    shown += part.length;
    more.hidden = shown >= results.length;
  };

  const entry = (data) => {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    const link = document.createElement("a");
    const best = data.sub_results?.[0] ?? data;
    link.href = data.url;
    link.textContent = data.meta.title;
    heading.append(link);
    const kind = document.createElement("p");
    kind.className = "gg-kind";
    kind.textContent = data.meta.kind ?? "";
    const passage = document.createElement("p");
    passage.append(...marked(best.excerpt ?? data.excerpt));
    item.append(kind, heading, passage);
    return item;
  };

  // An excerpt is escaped text with <mark> around what was found; it is taken apart rather than trusted as HTML.
  const marked = (excerpt) => {
    const text = document.createElement("textarea");
    return excerpt.split(/(<mark>.*?<\/mark>)/s).map((piece) => {
      const found = piece.startsWith("<mark>");
      text.innerHTML = found ? piece.slice(6, -7) : piece;
      if (!found) return document.createTextNode(text.value);
      const mark = document.createElement("mark");
      mark.textContent = text.value;
      return mark;
    });
  };

  const offer = async () => {
    const engine = await load();
    const all = without(await engine.filters(), Object.keys(stale));
    const asked = new URLSearchParams(location.search);
    for (const name of FILTERS) {
      const values = Object.entries(all[name] ?? {}).sort(([a], [b]) => a.localeCompare(b, undefined, { numeric: true }));
      if (!values.length) continue;
      const wanted = asked.getAll(name);
      const group = document.createElement("details");
      group.open = wanted.length > 0 || (values.length <= OPEN_UP_TO && matchMedia(WIDE).matches);
      const summary = document.createElement("summary");
      summary.textContent = say[name];
      const fields = document.createElement("fieldset");
      const legend = document.createElement("legend");
      legend.className = "gg-hidden";
      legend.textContent = say[name];
      fields.append(legend);
      for (const [value, number] of values) {
        const label = document.createElement("label");
        const box = document.createElement("input");
        Object.assign(box, { type: "checkbox", name, value, checked: wanted.includes(value) });
        const figure = document.createElement("span");
        figure.className = "gg-number";
        figure.textContent = number;
        label.append(box, ` ${value} `, figure);
        fields.append(label);
      }
      group.append(summary, fields);
      panel.append(group);
    }
    const clear = document.createElement("button");
    Object.assign(clear, { type: "button", textContent: say.clear, className: "gg-more" });
    clear.addEventListener("click", () => {
      for (const box of panel.querySelectorAll("input:checked")) box.checked = false;
      search();
    });
    panel.append(clear);
    panel.hidden = false;
  };

  const count = (figures) => {
    for (const box of panel.querySelectorAll("input")) {
      box.parentElement.querySelector(".gg-number").textContent = figures?.[box.name]?.[box.value] ?? 0;
    }
  };

  let timer;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 200);
  });
  panel.addEventListener("change", search);
  more.addEventListener("click", show);

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  try {
    await offer();
  } catch (error) {
    status.textContent = say.failed;
    console.error(error);
  }
  await search();
}
