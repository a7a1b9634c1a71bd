import { routes } from "../routes";

/** Pages of 绩效 by their addresses. */
export const voucherPath = `${routes.performance}/vouchers`;
