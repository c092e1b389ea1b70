export { CallSheet } from "../call-sheet/call-sheet"
export { QueuePage } from "./queue-page"
