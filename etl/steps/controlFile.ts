const ending = ".control.json";

/** The file that says what another must come to: `<file>.control.json`. */
export const controlFileOf = (file: string) => file + ending;

export const isControlFile = (name: string) => name.toLowerCase().endsWith(ending);

/** Whether a file says what `file` must come to; hands write such names as they like. */
export const isControlOf = (file: string, name: string) => name.toLowerCase() === controlFileOf(file).toLowerCase();
