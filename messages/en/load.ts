/**
 * Messages of loading: what it is → why it cannot be used → what to do. Where (file, column, rows) is listed beside it. One
 * code may hold, warn or refuse, as its own column says; the text states the fact. A code never changes its meaning.
 */
export const load: Record<string, string> = {
  "L-100": "No file was given. Name the files to load.",
  "L-101": "The file is empty (0 bytes). Export it again.",
  "L-102": "There is a header but no row of data. Check the export's conditions.",
  "L-103": "The file is beyond the limits. Split it by month.",
  "L-104": "The compression ratio is abnormal ({ratio}:1); reading stopped. Compress again, or give the CSV itself.",
  "L-105":
    "The structure of the file is abnormal: parts too many, too long, overlapping, packed twice or beyond a sheet. Unpack it, or save it again.",
  "L-106": "The file is incomplete or damaged. Transfer it again, or save it again in a spreadsheet.",
  "L-107": "The last row has {cells} columns instead of {expected}: the file may be cut. Export it again.",
  "L-108": "{rows} rows: {percent}% fewer than recent months, and no total to compare with. Is the file whole?",
  "L-109": "The name says xlsx, the content is {format}. Save it as xlsx in a spreadsheet.",
  "L-110": "The format {format} is not supported. Save it as xlsx or CSV.",
  "L-111": "The file is encrypted. Remove the password.",
  "L-112":
    "The file has macros, embedded objects or links to other files and is not taken. Paste the data as values into a plain xlsx.",
  "L-113": "The file has an XML declaration that is not allowed. Save it again in a spreadsheet.",
  "L-114":
    "{count} sheets may hold the data: {sheets}. Name one, or save each that counts as a file of its own and load them together.",
  "L-115": "{rows} rows are hidden; they count. Confirm that they should.",
  "L-116":
    "The first {rows} rows lack required columns: {missing}. Check the header, or match the columns and load again.",
  "L-117": "There is no layout named “{profile}” (content: {kind}). Check the name.",
  "L-118": "There is no sheet named “{sheet}”. The file has: {sheets}.",
  "L-120": "The content equals a load in force; nothing was counted twice.",
  "L-121":
    "{month} is published already (data version {version}). {added} rows are added, {removed} removed and {changed} changed; total fee {fee} yuan, pool payment {pool} yuan. Check before publishing.",
  "L-122": "The declared period is {period}, but {percent}% of the rows lie outside, most in {mostly}.",
  "L-123": "{rows} rows belong to earlier months and count there. Check the changed months before publishing.",
  "L-124": "The period {period} lies after the current month {month}. Check the period.",
  "L-125":
    "{months} is not loaded yet. The months of this load can be seen once published; totals and projections across the gap are complete when it is filled.",
  "L-127":
    "Another publication has just changed the data (version {version}). Load again and compare before publishing.",
  "L-128": "{rows} rows were settled too long before this period; they do not count yet. Check the settlement time.",
  "L-129": "{rows} rows were settled after this period; they do not count yet. Load them with their own month.",
  "L-130": "The control file (.control.json) is unreadable. Write counts and amounts as numbers, two decimals at most.",
  "L-131": "There is no file “{file}”, or it may not be read. Check its path.",
  "L-132": "What arrived is not the file that was sent; the upload may have been cut off. Upload it again.",
  "L-133":
    "{rows} rows are of months outside this period; they do not count yet. Load them with their own month, or state the period.",
  "L-134":
    "{rows} rows, {percent}% more than in recent months on average. Check that nothing was exported twice and that no other month or region is among them.",
  "L-135": "The file “{file}” changed while it was read. Load it again when it has been copied or saved.",
  "L-136": "“{file}” holds no table and was not read. Make sure that nothing in it is to be loaded.",
  "L-137": "Read: sheet {sheets}. Not read: {unread}. Make sure that nothing in it is to be loaded.",
  "L-138": "Archives of the format {format} are not supported. Unpack it and load the xlsx or CSV inside.",
  "L-201": "The text encoding is not recognised. Save the file as UTF-8 CSV.",
  "L-202": "Row {row} has unreadable characters: the file mixes two encodings. Export it again.",
  "L-203": "{rows} rows hold text that was destroyed before export and cannot be restored. Export it again.",
  "L-204": "{rows} places held invisible characters, which were taken out.",
  "L-205": "A quote in row {row} has no partner; what follows cannot be parted reliably. Correct that row.",
  "L-206": "The separator is a full-width comma. Export with plain commas.",
  "L-207":
    "{rows} rows differ from the header in width ({cells} columns instead of {expected}). Correct them in the source and load the whole month again.",
  "L-208": "{rows} repeated header rows were skipped.",
  "L-209": "A control total is missed: given {expected}, read {read}, difference {difference}. Check and export again.",
  "L-210": "“{column}” occurs twice (columns {first} and {second}). Rename or delete one.",
  "L-211": "Unused columns: {columns}. They were neither read nor kept.",
  "L-212":
    "From the listed row on, “{column}” and other columns hold something else: have the cells moved? Export it again.",
  "L-213":
    "The file is not written in {encoding}. Let its content decide or choose another encoding; where neither helps, save it as a CSV in UTF-8.",
  "L-214":
    "“{column}” (column {first}) and “{other}” (column {second}) may be the same amount. Delete one, or match the columns and load again.",
  "L-216":
    "“{header}” holds mostly names, certificate numbers or telephone numbers: headers and contents seem shifted. Check the header and export again.",
  "L-217": "{columns} of the totals row cannot be read and was not compared. Compare it with the original.",
  "L-218":
    "{rows} rows with one text alone were skipped, as names of groups or titles. Make sure that they hold no data.",
  "L-219": "{rows} rows with subtotals, running totals or footers were left out. Check that none is data.",
  "L-220":
    "The unit “{unit}” cannot be used. Amounts are in 元 or 万元, one of them; people and cases are counted one by one, rates per head are in 元. Convert and load again.",
  "L-221":
    "“{column}” parts into {parts} without their total: which column is meant cannot be told. Keep the total alone, or map the columns.",
  "L-222":
    "Another place says that the unit is {unit}, other than the header (without a unit: yuan). Write the unit into the header and load again.",
  "L-223":
    "Column {columns} has no name; its content was neither read nor kept. Confirm that it is not needed, or name it and load again.",
  "L-224":
    "Columns are parted by blanks alone, which cannot be told from blanks in cells. Export with commas or as xlsx.",
  "L-301": "{rows} rows hold no certain amount or number (letters, wrong grouping). Correct them.",
  "L-302": "{rows} rows have too many decimals. Nothing is rounded silently: correct the amounts.",
  "L-303": "{rows} rows are in scientific notation and may have lost digits. Export the column as text or number.",
  "L-304": "{rows} rows hold an error value of a spreadsheet (#REF!). Correct the formulas.",
  "L-305": "{rows} rows have no amount. Empty is not 0: fill it in.",
  "L-306":
    "{rows} rows have negative money without a refund mark, {amount} yuan. A layout without such a mark counts them as refunds.",
  "L-307": "{rows} rows are above the ceiling of one settlement. Check amount and unit.",
  "L-308":
    "The magnitude of the amounts is odd (median fee {median} yuan): are they in 万元? State the unit in the header.",
  "L-309":
    "Amounts and header name different units (元, 万元), or are ten thousand times off what the heads come to. Use one unit.",
  "L-310": "In {rows} rows the parts miss the whole by more than 0.05 yuan; pass rate {pass_rate}. They count.",
  "L-311": "In {rows} rows the fund paid more than the fee ({amount} yuan of fees). Check those cleared by item.",
  "L-313": "{rows} refunds name no settlement that is known; they count in their own month.",
  "L-314":
    "{rows} refunds exceed the settlement that they take back, or it was taken back already; a total fee of {amount} yuan, not counted. Check the settlement, and load the month again once corrected.",
  "L-315": "{rows} formulas: a stored result is read; a row without one is held. Paste values and export again.",
  "L-319":
    "{rows} rows have refunds in other loads that are too large or repeated and do not count. Check these refunds.",
  "L-401":
    "{rows} rows have a person or certificate number saved as a number (3.61E+15, or zeros at the end): the last digits are lost. Export it as text.",
  "L-402":
    "{rows} rows have a settlement or visit number in scientific notation: the last digits are lost. Export it as text.",
  "L-403":
    "{rows} rows have a certificate number that fails its check. They count (persons by person number). Check them.",
  "L-404": "One number occurs {times} times in the file, as if it stood in for others. The rows count. Check it.",
  "L-405":
    "{rows} rows have institution codes that seem to have lost leading zeros: {codes}. They count where one institution fits and are held where several do. Export the column as text.",
  "L-406": "{rows} rows name institutions that are not registered: {codes}. Maintain the list of institutions.",
  "L-407": "{rows} rows have institution codes and names that are not one to one: {codes}. They count. Check the list.",
  "L-408": "{rows} rows have dates that look like serial numbers of a spreadsheet. Export the column as dates.",
  "L-409": "{rows} rows have serial numbers that are no dates. Correct them.",
  "L-410": "{rows} rows have dates that do not exist or stand for “unknown”. Correct them.",
  "L-411": "{rows} rows have dates that are ambiguous or unreadable. Write them as 2018-06-03.",
  "L-412":
    "{rows} rows are out of order (discharge before admission, settlement before discharge, or an end before its begin). What ends before it begins has no effect, all else counts.",
  "L-413": "{rows} rows equal an earlier row and do not count twice.",
  "L-414":
    "{rows} rows share an id but differ. No update time orders them, or they are of other persons at other times: the last digits may be lost. Confirm which is right.",
  "L-415": "{rows} rows have a newer state; the newest counts.",
  "L-416": "{rows} rows have a disease code with a letter O in the place of a 0. They count. Check them.",
  "L-417": "{rows} rows have an unregistered scheme; they are shown on their own and count under none.",
  "L-418": "{rows} rows have an impossible age. They count, without an age band.",
  "L-419":
    "{rows} rows belong to another region (told by the six-digit code, or the name of the own region). Check the region or the file.",
  "L-420": "{rows} rows are marked invalid ({amount} yuan of fees) and do not count.",
  "L-421": "{rows} rows lack something required. Fill it in; where cells were merged, in each of their rows.",
  "L-422": "{rows} rows name a funding line that is not listed: kept, but part of no fund total. Use the listed names.",
  "L-423":
    "{rows} rows have a flag that cannot be read. Write 1 or 0, yes or no (validity: 有效, 无效; refund: 退费, 正常).",
  "L-424": "{rows} rows have an unregistered kind of voucher. They count, but not as e-vouchers. Use 01, 02 or 03.",
  "L-425":
    "{rows} rows are of persons with two hardship identities at once. They are kept; each person counts once, by precedence.",
  "L-426":
    "{rows} rows name a tier that is not listed; their institutions are unclassified. Write 乡镇, 县级, 市级 or 省级及省外.",
  "L-427": "{rows} rows set a tier without a reason: it is passed over, and region and level decide. State the reason.",
  "L-428": "{rows} rows have somebody’s number or name in the place of a code or name. It is not kept. Correct it.",
  "L-429":
    "{rows} rows say where the institution is in no region code of six digits or more. They count; where the list of institutions does not say it either, its tier is unclassified. Use codes, or complete the list.",
  "L-430":
    "{rows} rows are held, more than {limit} of {read}: the whole file is sent back. Correct the problems below.",
  "L-431":
    "{rows} rows have a year, month or period that is unreadable or ambiguous (2018.1 may be January or October). Write 2018, 2018-06 or 2018H1.",
  "L-432":
    "{rows} rows give the people or money of a whole county (or township) beside its townships (villages): twice the same. Delete these rows and load again.",
  "L-433": "{rows} rows have a masked number (361***), so that nobody can tell whose it is. Export the full numbers.",
  "L-434":
    "{rows} rows say different things of one institution from the same day on; the last of them holds. Check the list.",
  "L-435":
    "{rows} rows are the sum of a line whose parts (中央, 省级…) have rows of their own; the parts count, the sum does not count again.",
  "L-436":
    "From row {row} on there is another table, with other columns than above. Part the two into files of their own and load again.",
  "L-438":
    "{rows} rows are the sum of a line whose parts (中央, 省级…) have rows of their own that come to something else. Check them, and keep the parts alone or the sum.",
  "L-439":
    "Row {row} says 其中: it is a part of the row above and would count twice. Keep the rows of the wholes alone, or those of the parts, without 其中.",
  "L-440":
    "{rows} rows have negative people or money. People cannot be; what is taken off is written without a sign; money taken back counts. Check them.",
  "L-501":
    "{rows} rows are marked as refunded, with positive money, but no refund that counts takes them back; they do not count.",
  "L-502": "{rows} rows name a hardship identity that differs from the registry; the registry counts.",
  "L-503": "{rows} rows have unregistered visit types: {codes}. They are shown as unclassified.",
  "L-504": "{rows} rows have unregistered hardship identities: {codes}. They are shown as unclassified.",
  "L-505": "{rows} rows have unregistered hospital levels: {codes}. Their tier is shown as unclassified.",
  "L-701": "There is no load {load}.",
  "L-702": "Load {load} does not wait to be published, so it can be neither published nor discarded.",
  "L-703": "There is no data version {version}.",
  "L-704": "Another load or publication is under way. Try again in a moment.",
  "L-705": "Files of data version {version} are missing; it cannot be restored. Recover them from a backup.",
  "L-706": "Every month stands by the code maps and definitions of now; nothing would change.",
  "L-707": "There is no upload {load}, or it is being read already. Reload the page.",
  "L-708": "Control totals can be typed for one file only. For several files add a “name.control.json” for each.",
  "L-709":
    "It is not known to which region this file belongs. Put it into a folder of the inbox that is named after the six digits of the region (361031; for employees 361031-310).",
  "L-710": "The region code “{region}” must have six digits, e.g. 361031.",
  "L-711": "The scheme code “{scheme}” must have three to six digits, e.g. 390.",
  "L-712": "There is no kind “{kind}”; known: {kinds}.",
  "L-713": "Give one argument: {name}.",
  "L-714": "This load has no list of held rows: it was sent back or discarded, or no row is held.",
  "L-715": "The list of held rows does not say who corrects and why. Fill in both above the list and load it again.",
  "L-716":
    "The list of held rows has no usable corrected value, or its rows are corrected already. Fill in the column of corrected values and load it again.",
  "L-717":
    "The load of this list is no longer in use (sent back, discarded, or some of its months were replaced since). Download a new list from the latest load.",
  "L-718": "{rows} rows were corrected by the list of held rows and checked again.",
  "L-719": "There is no encoding “{encoding}”; known: {encodings}.",
  "L-720":
    "“{file}” is a list of held rows and cannot be loaded together with extracts. Load it alone first, then the other files.",
  "L-721": "{files} files were handed in; one load takes at most {most}. Load them in several steps.",
  "L-901":
    "The server has {free} of free space and needs {needed}. Ask the administrator to make room and upload again; published data are not affected.",
  "L-902":
    "Reading made no progress for 10 minutes and was stopped; published data are not affected. Split the file and upload again.",
  "L-903":
    "What was written differs from what was checked; nothing was published, and published data are as before. Discard this load, upload the file again and publish; if that fails too, report this code.",
  "L-904":
    "Rows or money do not reconcile; nothing was taken in. This is a fault of the program: report the file and this code.",
  "L-905":
    "Reading was cut off (out of memory, or ended by the system). Nothing is left of it and published data are not affected. Upload again; if it happens twice, split the file.",
  "L-906":
    "The disk is full and reading was stopped. Nothing is left of it and published data are not affected. Ask the administrator to make room and upload again.",
};
