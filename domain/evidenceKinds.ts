/** What may be attached as 佐证材料: by the end of its name, and by how its content begins (hexadecimal). */
export const evidenceKinds = {
  pdf: { begins: "25504446", contentType: "application/pdf" },
  png: { begins: "89504e470d0a1a0a", contentType: "image/png" },
  jpg: { begins: "ffd8ff", contentType: "image/jpeg" },
  jpeg: { begins: "ffd8ff", contentType: "image/jpeg" },
  xlsx: {
    begins: "504b0304",
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  docx: {
    begins: "504b0304",
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  ofd: { begins: "504b0304", contentType: "application/ofd" },
  zip: { begins: "504b0304", contentType: "application/zip" },
} as const satisfies Record<string, { readonly begins: string; readonly contentType: string }>;
export type EvidenceKind = keyof typeof evidenceKinds;

/** The most that one file may have. */
export const largestEvidenceBytes = 20 * 1024 * 1024;
/** Enough of a content to tell its kind. */
export const evidenceMarkBytes = 8;

/** The kind that a name says; null: none that may be attached. */
export function evidenceKindOf(fileName: string): EvidenceKind | null {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  return ending in evidenceKinds ? (ending as EvidenceKind) : null;
}

/** Whether a content that begins like this is of the kind. */
export function beginsLike(kind: EvidenceKind, content: Uint8Array): boolean {
  const begins = [...content].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return begins.startsWith(evidenceKinds[kind].begins);
}
