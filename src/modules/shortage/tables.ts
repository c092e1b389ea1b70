import { watermarksOf } from "../../postgres/watermarks"

export const watermarks = watermarksOf("shortage_watermark")
