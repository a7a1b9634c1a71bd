"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
}

/** The pages that exist. The scope in the address (region, period, version …) travels along. */
export function Navigation({ items, label }: { items: readonly NavigationItem[]; label: string }) {
  const path = usePathname();
  const scope = useSearchParams().toString();
  const isHere = (href: string) => (href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`));
  return (
    <nav aria-label={label} className="flex overflow-x-auto md:block">
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
