"use client";

import { ActOnce } from "./ActOnce";

export interface PictureWords {
  readonly savePicture: string;
  readonly drawingPicture: string;
  readonly pictureSaved: string;
  readonly pictureFailed: string;
}

/** Saves what the page shows as one picture, to be sent on. */
export function SavePicture(props: {
  fileName: string;
  /** Under the picture: basis, version, date of the data. */
  foot: string;
  /** Across the picture, pale: 演示数据; null for real data. */
  mark: string | null;
  words: PictureWords;
}) {
  const { words, ...picture } = props;
  const act = async () => {
    const { savePicture } = await import("./picture");
    await savePicture(document.querySelector("main")!, picture);
    return true;
  };
  const { savePicture: idle, drawingPicture: busy, pictureSaved: done, pictureFailed: failed } = words;
  return <ActOnce act={act} words={{ idle, busy, done, failed }} />;
}
