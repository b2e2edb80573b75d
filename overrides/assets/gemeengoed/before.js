// What the theme's program expects of a page, and the reader's own choice of light or dark before anything is drawn. The
// theme has this inside every page; here it is a file, so that the policy of the site can forbid scripts inside pages.

globalThis.__md_scope = new URL("../../", document.currentScript.src);
globalThis.__md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
globalThis.__md_get = (key, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
globalThis.__md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
};

{
  const choices = [...document.querySelectorAll("[data-md-component=palette] input")];
  const fitting = choices.find(({ dataset }) => dataset.mdColorMedia && matchMedia(dataset.mdColorMedia).matches);
  const kept = __md_get("__palette")?.color;
  const colours = kept?.scheme ? kept : fitting && { scheme: fitting.dataset.mdColorScheme };
  for (const [name, value] of Object.entries(colours ?? {})) document.body.setAttribute(`data-md-color-${name}`, value);
}
