import { comparableHeader } from "../profiles/define";

/** Words of headers and field names that mean the same here; the abbreviations are those of claims files. */
const meanings: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    settlement: "setl settle settled settlement claim clm bill invoice receipt",
    initial: "init initial orig original adjusted",
    visit: "visit mdtrt encounter episode med medical",
    person: "person psn patient bene beneficiary member insured insuree subscriber enrollee",
    certificate: "certificate certno cert idcard ssn nin",
    id: "id no num nbr number identifier key",
    code: "code cd",
    date: "date dt day time on at",
    begin: "begin begins begun begn begindate begndate start from admission admsn admit admitted adm",
    end: "end ends ended enddate thru through discharge dschrg discharged dsch",
    birth: "birth brdy dob born",
    institution: "institution provider prvdr prov hospital hosp facility fixmedins org organization clinic",
    region: "region admdvs area county district",
    level: "level lv grade class tier",
    type: "type category kind typ",
    name: "name nm",
    scheme: "scheme insutype insurance plan coverage product",
    total: "total sum sumamt sumamount tot overall gross",
    fee: "fee charge charges chrg cost billed medfee expense",
    pay: "pay payment paid pd pmt reimbursement reimbursed reimb",
    pool: "pool hifp fund insurer payer primary",
    account: "account acct",
    cash: "cash",
    disease: "disease diagnosis dgns dise icd icd9 icd10 drg",
    status: "status identity idet",
    valid: "valid vali active",
    refund: "refund refd reversal void cancelled",
    updated: "updated update updt modified",
    month: "month mon",
    year: "year yr",
  }).flatMap(([word, spellings]) => spellings.split(" ").map((spelling) => [spelling, word])),
);

/** Words that say nothing of what a column holds. */
const silent = new Set(["amt", "amount", "value", "val", "the", "of", "flag", "flg", "ind"]);

/** Words that alone tell no field from another. */
const common = new Set(["id", "code", "date", "type", "name", "level", "total"]);

/** Words that no other word stands for: a date of birth is no other date. */
const apart = ["begin", "birth", "updated", "initial", "institution", "disease"];

/** The words of a header in Latin letters, each as its meaning where it is known: `CLM_FROM_DT` is settlement begin date. */
export function wordsOf(header: string): string[] {
  const parted = header
    .normalize("NFKC")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  const words = parted.match(/[a-z]+[0-9]*/g) ?? [];
  return [...new Set(words.filter((word) => !silent.has(word)).map((word) => meanings[word] ?? word))];
}

/**
 * How much the words of a header share with those of a field, 0 to 1; a word counts less the more columns have it.
 * `isNeeded`: common words alone are better than nothing.
 */
export function wordLikeness(
  field: readonly string[],
  header: readonly string[],
  weight: (word: string) => number,
  isNeeded: boolean,
): number {
  const shared = header.filter((word) => field.includes(word));
  if (shared.length === 0 || (!isNeeded && shared.every((word) => common.has(word)))) return 0;
  if (apart.some((word) => header.includes(word) && !field.includes(word))) return 0;
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weight(word), 0);
  const recall = shared.length / field.length;
  const precision = sum(shared) / sum(header);
  return (2 * recall * precision) / (recall + precision);
}

/** How alike two headers in Chinese are, 0 to 1: by their pairs of characters, or the one whole within the other. */
export function headerLikeness(a: string, b: string): number {
  const [one, other] = [comparableHeader(a), comparableHeader(b)];
  if (!/\p{Script=Han}/u.test(one) || !/\p{Script=Han}/u.test(other)) return 0;
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  const within = shorter.length >= 3 && longer.includes(shorter) ? 0.6 + 0.3 * (shorter.length / longer.length) : 0;
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
  const rest = pairs(other);
  const all = pairs(one).length + rest.length;
  const shared = pairs(one).filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return Math.max(within, all === 0 ? 0 : (2 * shared) / all);
}
