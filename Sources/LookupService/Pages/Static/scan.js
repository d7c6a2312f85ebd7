// Hardware scanners type like a keyboard and end with Enter. Wherever the focus is, what they
// type goes to the search field, and replaces the code before it.
"use strict";

const field = document.getElementById("code");

function takesKeys(element) {
  return element.matches("input, textarea, select, [contenteditable]");
}

function startOver() {
  field.focus({ preventScroll: true });
  field.select();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (takesKeys(event.target)) return;
  // The space bar scrolls and Enter follows a link.
  if (event.key.length !== 1 || event.key === " ") return;
  if (event.key === "/") event.preventDefault();
  startOver();
});

// After an answer the next scan replaces the code; also when the page is gone back to.
window.addEventListener("pageshow", () => {
  if (field.autofocus) startOver();
});
window.addEventListener("focus", () => {
  if (document.activeElement === field) field.select();
});
field.addEventListener("focus", () => field.select());

// An empty field asks nothing.
field.form.addEventListener("submit", (event) => {
  if (field.value === "") event.preventDefault();
});
