// The keyboard in the results: arrows go from one to the next, Escape back to where one types.

export function listenToKeys(input, list) {
  const links = () => [...list.querySelectorAll("h3 a")];
  const go = (event, place) => {
    const there = place < 0 ? input : links()[place];
    if (!there) return;
    event.preventDefault();
    there.focus();
  };
  input.addEventListener("keydown", (event) => event.key === "ArrowDown" && go(event, 0));
  list.addEventListener("keydown", (event) => {
    const here = links().indexOf(document.activeElement);
    if (event.key === "Escape") go(event, -1);
    if (here >= 0 && event.key === "ArrowDown") go(event, here + 1);
    if (here >= 0 && event.key === "ArrowUp") go(event, here - 1);
  });
}
