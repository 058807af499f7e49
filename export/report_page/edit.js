// Correcting a field: the text, or a choice, in its place, until it is saved or left.

function startEdit(action, field) {
  const node = fieldNode(field);
  const input = DATA.choices[field] ? choiceInput(action, field) : textInput(action, field);
  const close = () => redrawRow(action, field);
  const save = () => {
    setValue(action, field, input.value);
    close();
  };
  const keys = (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
  };
  input.addEventListener("keydown", keys);
  chooseField(field, "field");
  node.classList.add("broad");
  node.replaceChildren(
    el("label", { class: "editing" }, label(field), input),
    el(
      "div",
      { class: "acts" },
      button("Save", save, { class: "main" }),
      button("Cancel", close, { class: "quiet" }),
      el(
        "span",
        { class: "hint" },
        DATE_HINTS.has(field)
          ? "as 2014-06-30, 2014-06, 2014 or 2014-04/2014-06"
          : "Ctrl+Enter saves, Esc leaves it",
      ),
    ),
  );
  input.focus();
}

const DATE_HINTS = new Set(["target_date", "revised_target_date", "completed_date"]);

function textInput(action, field) {
  const text = valueOf(action, field);
  const input = el("textarea", {
    rows: String(Math.min(14, Math.max(2, 1 + text.split("\n").length + Math.ceil(text.length / 60)))),
    spellcheck: "true",
  });
  input.value = text;
  return input;
}

function choiceInput(action, field) {
  const input = el(
    "select",
    {},
    ...DATA.choices[field].map((value) => option(value, words(value) || "None")),
  );
  input.value = valueOf(action, field);
  return input;
}
