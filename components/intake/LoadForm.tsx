"use client";

import { type DragEvent, type ReactNode, type SubmitEvent, useCallback, useEffect, useRef, useState } from "react";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { type LoadOrder, SendingFailed, type SendingProgress, sendFiles } from "./sendFiles";
import { sizeText } from "./sizeText";

export interface LoadFormProps {
  readonly words: Messages["intake"];
  /** The fields of the form. */
  readonly children: ReactNode;
}

type Sending = SendingProgress & { readonly stop: AbortController };

const measures = ["rows", "cases", "total_fee_amount", "pool_pay_amount"] as const;

/** Takes files, dropped or chosen, and sends them to be read as one load; then the list of jobs says how far they are. */
export function LoadForm({ words, children }: LoadFormProps) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<Sending | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  useLeavingAsks(sending !== null);

  const add = useCallback((more: FileList | null | undefined) => {
    const added = [...(more ?? [])];
    setFiles((known) => [...known.filter(({ name }) => !added.some((file) => file.name === name)), ...added]);
    setMessage(null);
  }, []);
  // Files that were chosen before this script ran.
  useEffect(() => add(chooser.current?.files), [add]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!sending) add(event.dataTransfer.files);
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const stop = new AbortController();
    const order = orderOf(new FormData(event.currentTarget));
    setMessage(null);
    setSending({ number: 1, part: 0, stop });
    try {
      await sendFiles(files, order, stop.signal, (progress) => setSending({ ...progress, stop }));
      setFiles([]);
      window.dispatchEvent(new Event("yizhang:job"));
    } catch (error) {
      const said = error instanceof SendingFailed ? error.message : "";
      setMessage(stop.signal.aborted ? words.stopped : said || words.unreachable);
    }
    setSending(null);
  };

  return (
    <form
      className={over ? "load-form over" : "load-form"}
      onSubmit={submit}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="load-drop">
        <p>
          {words.drop}
          <label className="button needs-script">
            {words.choose}
            <input
              ref={chooser}
              type="file"
              multiple
              className="sr-only"
              disabled={sending !== null}
              onChange={(event) => {
                add(event.currentTarget.files);
                event.currentTarget.value = "";
              }}
            />
          </label>
        </p>
        <p className="note">{words.several}</p>
      </div>
      {files.length > 0 && (
        <ul className="load-files" aria-label={words.chosen}>
          {files.map((file) => (
            <li key={file.name}>
              <span className="name">{file.name}</span>
              <span className="note">{sizeText(file.size, words)}</span>
              <button
                type="button"
                className="link"
                disabled={sending !== null}
                aria-label={fill(words.remove, { file: file.name })}
                onClick={() => setFiles(files.filter((other) => other !== file))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <fieldset className="load-fields change-form" disabled={sending !== null}>
        {children}
      </fieldset>
      {sending && <SendingLine sending={sending} files={files} words={words} />}
      {message && (
        <p role="alert" className="worse">
          {message}
        </p>
      )}
      <p className="change-buttons">
        {sending ? (
          <button type="button" className="button" onClick={() => sending.stop.abort()}>
            {words.stop}
          </button>
        ) : (
          <button type="submit" className="button primary needs-script" disabled={files.length === 0}>
            {words.start}
          </button>
        )}
      </p>
    </form>
  );
}

function SendingLine(props: { sending: Sending; files: readonly File[]; words: Messages["intake"] }) {
  const { sending, files, words } = props;
  const { number, part } = sending;
  const text = fill(words.sending, { file: files[number - 1]?.name ?? "", number, count: files.length });
  return (
    <div className="load-progress">
      <p role="status">{text}</p>
      <p>
        <progress max={1} value={part} aria-label={text} /> {fill(words.sent, { percent: Math.floor(part * 100) })}
        <span className="note ml-2">{words.keepOpen}</span>
      </p>
    </div>
  );
}

/** While files are sent, leaving the page would lose them: the browser asks first. */
function useLeavingAsks(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isSending]);
}

function orderOf(form: FormData): LoadOrder {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const control = Object.fromEntries(
    measures.flatMap((name) => (text(name) === "" ? [] : [[name, text(name).replaceAll(",", "")]])),
  );
  return {
    region: text("other_region") || text("region"),
    scheme: text("scheme"),
    period: text("period") || null,
    sheet: text("sheet") || null,
    encoding: text("encoding") || null,
    control: Object.keys(control).length > 0 ? control : null,
  };
}
