/** In a narrow window, what one presses is at least 40 px high: large enough for a finger. */
export const TOUCH_HEIGHT = "max-lg:min-h-10"
