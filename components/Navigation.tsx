"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
}

/** The pages that exist. The scope in the address (region, period, version …) travels along. */
export function Navigation({ items, label }: { items: readonly NavigationItem[]; label: string }) {
  const path = usePathname();
  const scope = useSearchParams().toString();
  const isHere = (href: string) => (href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`));
  const list = useRef<HTMLElement>(null);
  // On a phone the list is wider than the screen: the page that one is on comes into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every page another item is the current one.
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (list.current && here)
      list.current.scrollLeft = here.offsetLeft - (list.current.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  return (
    <nav ref={list} aria-label={label} className="relative flex overflow-x-auto md:block">
      {items.map(({ href, label }) => (
        <Link
          key={href}
          href={scope ? `${href}?${scope}` : href}
          prefetch={false}
          aria-current={isHere(href) ? "page" : undefined}
          className="navigation-item"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
