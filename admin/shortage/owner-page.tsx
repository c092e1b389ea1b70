import { ShortItems } from "./short-items"

/** What is short now. */
const OwnerPage = () => (
  <div className="flex flex-col gap-y-3">
    <ShortItems />
  </div>
)

export default OwnerPage
