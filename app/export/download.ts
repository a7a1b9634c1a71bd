const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file to be kept: under `plainName` where a browser reads no other, else under `name` as it is written. */
export function download(bytes: Uint8Array, plainName: string, name: string, type = spreadsheet): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": type,
      "content-disposition": attachment(plainName, name),
    },
  });
}

/** As RFC 6266 writes it. */
export const attachment = (plainName: string, name: string) =>
  `attachment; filename="${plainName}"; filename*=UTF-8''${extended(name)}`;

/** A name as RFC 5987 writes it in a header. */
const extended = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
