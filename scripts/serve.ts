import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { refusal } from "./requestGuard";
import { securityHeaders } from "./securityHeaders";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Serving {
  readonly server: Server;
  readonly port: number;
  /** Every connection that is open, those too that no longer speak HTTP. */
  readonly sockets: ReadonlySet<Socket>;
}

/** 4 GB at 3 Mbit/s, in milliseconds. */
const longestUpload = 3 * 60 * 60 * 1000;

/**
 * Listens on 127.0.0.1 and hands guarded requests to `handler` (known only after the port is, hence a function).
 * What a handler throws is answered by 500 and reported. Throws the error of listen (EADDRINUSE) when the port is taken.
 */
export async function serve(
  port: number,
  handlerFor: (port: number, server: Server) => Promise<Handler>,
  { development = false, report }: { development?: boolean; report?: (error: unknown, request: string) => void } = {},
): Promise<Serving> {
  let ready: Promise<Handler> | null = null;
  const server = createServer(async (request, response) => {
    const headers = securityHeaders(development);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const reason = refusal(request.method ?? "", request.headers, boundPort(server));
    if (reason !== null) {
      response.writeHead(403, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
      response.end(`已拒绝 refused: ${reason}\n`);
      return;
    }
    // Next reads the nonce from here and puts it on its own scripts.
    request.headers["content-security-policy"] = headers["content-security-policy"];
    try {
      await (await ready!)(request, response);
    } catch (error) {
      report?.(error, request.method ?? "");
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end();
    }
  });
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  // A month of a large county takes longer to send than Node allows a request.
  server.requestTimeout = longestUpload;
  await new Promise<void>((settle, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", settle);
  });
  ready = handlerFor(boundPort(server), server);
  await ready;
  return { server, port: boundPort(server), sockets };
}

function boundPort(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** Stops listening, lets answers under way finish for a moment, then cuts what is left. */
export async function stopServing({ server, sockets }: Serving): Promise<void> {
  const closed = new Promise<void>((settle) => server.close(() => settle()));
  server.closeIdleConnections();
  const cut = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, 2000);
  await closed;
  clearTimeout(cut);
}
