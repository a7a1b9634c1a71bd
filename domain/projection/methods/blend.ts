/** 综合法, the headline: half level, half median of five. */
export function blend(methods: { readonly level: number; readonly median_of_five: number }): number {
  return (methods.level + methods.median_of_five) / 2;
}
