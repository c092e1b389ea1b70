/** Two soft notes, a third apart. */
const NOTES_HZ = [880, 1108.73]

const NOTE_S = 0.18

/**
 * Rings once. Browsers stay silent on a page that nobody has clicked since it
 * was loaded.
 */
export function ring(): void {
  const audio = new AudioContext()
  const start = audio.currentTime
  NOTES_HZ.forEach((hertz, index) => {
    const from = start + index * NOTE_S
    const note = audio.createOscillator()
    const volume = audio.createGain()
    note.frequency.value = hertz
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(0.2, from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.001, from + NOTE_S * 2)
    note.connect(volume).connect(audio.destination)
    note.start(from)
    note.stop(from + NOTE_S * 2)
    if (index === NOTES_HZ.length - 1) {
      note.onended = () => void audio.close()
    }
  })
  void audio.resume()
}
