/** `2018-07-05 09:00:00.123+08` as `2018-07-05 09:00`: the database answers in the time of the bureau. */
export const moment = (timestamp: string) => timestamp.slice(0, 16).replace("T", " ");
