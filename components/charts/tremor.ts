"use client";

// The only door to Tremor: what is listed here is what the browser downloads.
export { CategoryBar } from "@tremor/react";
