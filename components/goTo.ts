/** Goes to an address of ours and shows it anew, also where only a place on the page that stands here is named. */
export function goTo(address: string): void {
  const { location } = window;
  const { pathname, search, hash, href } = new URL(address, location.href);
  const isHere = pathname === location.pathname && search === location.search;
  location.assign(href);
  if (isHere && hash !== "") location.reload();
}
