"use client";

import { faults as english } from "@/messages/en/shell";
import { faults } from "@/messages/zh-CN/shell";

/** The frame itself failed: nothing can be assumed, so both languages and no styles of ours. */
export default function FrameError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body style={{ fontFamily: "sans-serif", maxWidth: 640, margin: "96px auto", padding: 16 }}>
        <h1>{faults.errorTitle}</h1>
        <p>{faults.errorText}</p>
        <p lang="en">{english.errorText}</p>
        {error.digest && (
          <p>
            {faults.errorCode} <code>{error.digest}</code>
          </p>
        )}
        <p>
          <a href="/">{faults.toOverview}</a>
        </p>
      </body>
    </html>
  );
}
