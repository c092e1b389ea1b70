/** At least 40 px high in a narrow window: large enough for touch. */
export const TOUCH_HEIGHT = "max-lg:min-h-10"
