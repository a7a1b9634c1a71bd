export { default, generateMetadata } from "./vouchers/page";
