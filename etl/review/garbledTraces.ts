/** What is left of a text that was decoded wrongly once: no decoding brings it back. */
export const garbledTraces = ["\ufffd", "锟斤拷", "烫烫", "屯屯", "???"];
