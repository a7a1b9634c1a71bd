/** Messages of performance self-assessment. Details in braces. */
export const assessment: Record<string, string> = {
  "P-101": "There is no such assessment, or it was withdrawn.",
  "P-103": "The rubric “{rubric}” has no such indicator. Load the page anew and enter it again.",
  "P-104": "The target of “{indicator}” must be a number such as 95 or 0.95, without thousands separators.",
  "P-105":
    "The value of “{indicator}” cannot be entered: marks that are given are entered as scores, the execution rate follows from budget and money executed.",
  "P-106": "The self score of “{indicator}” follows from its rule and cannot be entered; an estimate and a review can.",
  "P-107": "A text of “{indicator}” is too long (4000 characters at most) or has characters that cannot be printed.",
  "P-108": "Budget and money executed must be amounts in yuan such as 10000000.00, not negative.",
  "P-109": "A source of money takes one row, and vetoes can only be chosen from the rubric.",
  "P-110": "There is no region with the code {region}. Load its data first.",
  "P-111": "The rubric {rubric} has no version for {year}. Its versions are listed on the settings page of rubrics.",
  "P-112": "This unit has an assessment of the same project, year and rubric: open that one.",
  "P-201": "Somebody else changed this after you opened the page. Load it anew and look before you change it.",
  "P-202": "This assessment was submitted and cannot be changed any more.",
  "P-203":
    "The data moved to version {version} after you opened the page. Load it anew and look at the figures before you submit.",
  "P-204": "It cannot be submitted: {count} things are missing. Complete what is listed as missing.",
  "P-301": "This kind of file cannot be evidence, or its name is too long. What can be attached: {kinds}.",
  "P-302": "The content of the file is not {kind}. Save it anew with the program that made it; do not only rename it.",
  "P-303": "The file has more than {most} MB. Make its pictures smaller or part it.",
  "P-304": "The file is empty. Check it and attach it again.",
  "P-305": "The file did not arrive whole and nothing was kept. Attach it again.",
  "P-306": "The disk is full and the file was not kept. Make room and attach it again.",
  "P-307": "There is no such file, or it was removed.",
  "P-308": "The file “{file}” is gone or incomplete. Restore the folder evidence from a backup.",
  "P-401": "There is no command “assess {action}”. There are: {actions}.",
  "P-402": "There is no form {form}. There are: {forms}.",
  "P-403":
    "“{rubric}” is not printed as {form}: projects and campaigns take project, transfers transfer, monitoring takes monitoring.",
};
