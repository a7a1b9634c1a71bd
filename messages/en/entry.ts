/** What is said about entries on the pages of settings. */
export const entry: Record<string, string> = {
  "S-101": "Please fill in “{field}”.",
  "S-102": "“{field}” cannot be read.",
  "S-103": "“{field}” must be a month, written 2018-06.",
  "S-104": "“{field}” must be a number, such as 1234.56.",
  "S-105": "“{field}” is too long.",
  "S-106": "“{field}” must be a day, written 2018-06-01.",
  "S-107": "“{field}” cannot lie before the beginning.",
  "S-108":
    "“{field}”: a year (2017) for an atypical year or a structural break, a month (2018-03) for a one-off or a policy change.",
  "S-109":
    "“{field}”: yuan for a one-off (negative for a recovery), a factor above zero (1.05) for a policy change, nothing otherwise.",
  "S-201": "Somebody changed this after you opened the page. Reload it, look at what is there now, then change it.",
  "S-202": "Nothing differs from what is in force; nothing was changed.",
  "S-203": "A year's plan keeps at least one line.",
  "S-204": "There is no institution {institution}.",
  "S-205": "The scenario has no lever, or only for months that are settled.",
  "S-206": "This scenario is withdrawn already, or is of another region.",
};
