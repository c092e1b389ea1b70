import { Replacements } from "./replacements"
import { ShortItems } from "./short-items"

/** What is short now, and what replaced what. */
const OwnerPage = () => (
  <div className="flex flex-col gap-y-3">
    <ShortItems />
    <Replacements />
  </div>
)

export default OwnerPage
