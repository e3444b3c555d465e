/** Text to take along. The button does nothing without the script of the page, which is why that shows it. */
export function Copyable({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div class="copyable">
      <button type="button" class="copy" hidden>
        Copy {label}
      </button>
      <pre>
        <code>{text}</code>
      </pre>
    </div>
  );
}
