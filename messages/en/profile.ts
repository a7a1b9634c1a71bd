/** Messages about descriptions of layouts, which are data and no code. The line of a file stands before the words ({line}). */
export const profile: Record<string, string> = {
  "F-100": "Line {line}: {text}",
  "F-101":
    "This is neither JSON nor YAML: a quote, comma or bracket may be missing here or in the line above. Correct it.",
  "F-102": "“{place}” is not as it must be. Compare it with an exported description.",
  "F-103": "“{kind}” has no field “{field}”. Check the name of the field.",
  "F-104": "The field “{field}” cannot stand in “{part}”. Remove it there.",
  "F-105": "“{name}” is the name of a layout of the program. Choose another name.",
  "F-106": "A required field is missing: {field}. Name a column or a constant for it.",
  "F-107":
    "“{header}” holds names, certificate numbers or ways to reach a person; only a person or certificate number may read it. Leave it unread.",
  "F-108": "The field “{field}” takes one column only; only amounts may be the sum of several. Keep one.",
  "F-109": "The field “{field}” has a column and a constant. Keep one.",
  "F-110": "There is no layout named “{name}”. Check the name.",
  "F-111": "The name “{name}” cannot be used. Use letters, digits, blanks and dashes, 60 at most.",
  "F-112": "This file is no longer here: it was loaded, given up or kept too long. Choose it again.",
  "F-113": "There is no command “profile {action}”. There are: suggest, test, list, show, save, export, remove.",
  "F-114":
    "No header was found: none of the first {rows} rows looks like names of columns. Check the first sheet of the file.",
};
