/** Messages of loading, publishing and data versions. */
export const versions: Record<string, string> = {
  "L-120":
    "The content is that of load {load}, which is in force: nothing was counted twice. The data version is still {version}.",
  "L-127":
    "What this load touches was changed by another publication after it was checked (data version {version}). Load the file again and look at the changes; published data is untouched.",
  "L-313": "{rows} refunds have no original in the data; they count in their month.",
  "L-406":
    "Institutions that are not listed: {codes} ({rows} rows). Their tier follows the settlement or is unclassified.",
  "L-415": "{rows} rows have a newer state of the same settlement and are not counted twice.",
  "L-501": "{rows} refunded settlements whose refund is not in the data; neither counts.",
  "L-502": "{rows} rows disagree with the registry about hardship; the registry holds.",
  "L-503": "Medical types that no map knows: {codes} ({rows} rows), unclassified.",
  "L-504": "Hardship identities that no map knows: {codes} ({rows} rows), unclassified.",
  "L-505": "{rows} rows of the registry name no identity; unclassified.",
  "L-701": "There is no load {load}. See the command loads.",
  "L-702":
    "Load {load} does not wait to be published: it can be neither published nor discarded. See the command loads.",
  "L-703": "There is no data version {version}. See the command versions.",
  "L-704": "Another publication has not ended for ten minutes. Try again later; published data is untouched.",
  "L-705":
    "The files of data version {version} are gone; it cannot be restored. Restore the data folder from a backup.",
  "L-710": "The region code “{region}” must have six digits, e.g. 361031.",
  "L-711": "The scheme code “{scheme}” must have three to six digits, e.g. 390.",
  "L-712": "There is no kind “{kind}”; known: {kinds}.",
  "L-713": "Give one argument: {name}.",
  "L-903":
    "What stands on disk is not what was to be written; publishing stopped. Check the disk; published data is untouched.",
};
