// What a reader chooses and the browser keeps: light or dark on every page, cards or rows in a listing.

const page = document.documentElement;

function keep(name, value) {
  try {
    localStorage.setItem(`gg-${name}`, value);
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
}

const scheme = document.querySelector("[data-gg-scheme]");
if (scheme) {
  const words = { light: scheme.getAttribute("aria-label"), dark: scheme.dataset.ggScheme };
  const show = (shown) => {
    page.dataset.shown = shown;
    scheme.setAttribute("aria-label", words[shown]);
  };
  scheme.addEventListener("click", () => {
    page.dataset.scheme = page.dataset.shown === "dark" ? "light" : "dark";
    keep("palette", page.dataset.scheme);
    show(page.dataset.scheme);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    if (!page.dataset.scheme) show(matches ? "dark" : "light");
  });
  show(page.dataset.shown);
}

const views = document.querySelector(".gg-views");
if (views) {
  const buttons = [...views.querySelectorAll("button")];
  const show = () => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === (page.dataset.view ?? "cards")));
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      page.dataset.view = button.value;
      keep("view", button.value);
      show();
    });
  }
  show();
}
