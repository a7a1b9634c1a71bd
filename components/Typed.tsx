/** A text that the bureau typed, on a page of any language: it stays Chinese, and screen readers are told so. */
export function Typed({ text }: { text: string }) {
  return <span lang="zh-CN">{text}</span>;
}
