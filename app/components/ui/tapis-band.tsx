// The woven band of the house: it closes every header and stands at the foot of panels. Never behind text.
// `tone` names the ground it lies on: maroon (gold thread), indigo (pale thread), paper (tan thread).

const THREADS = { maroon: "#c6922b", indigo: "#8d9bc7", paper: "#d9bd86" } as const;

export function TapisBand({
  tone = "maroon",
  tall = false,
}: {
  tone?: keyof typeof THREADS;
  tall?: boolean;
}) {
  const id = tall ? `tapis-${tone}-tall` : `tapis-${tone}`;
  return (
    <svg className="block w-full" height={tall ? 18 : 12} aria-hidden="true">
      <pattern
        id={id}
        width="20"
        height="12"
        patternUnits="userSpaceOnUse"
        patternTransform={tall ? "scale(1.5)" : undefined}
      >
        <path
          d="m0 12 10-10 10 10M3.6 12l6.4-6.4 6.4 6.4M7.2 12 10 9.2l2.8 2.8"
          fill="none"
          stroke={THREADS[tone]}
        />
        <path d="m0 .6 1.4 2L0 4.6zM20 .6l-1.4 2 1.4 2z" fill={THREADS[tone]} />
      </pattern>
      <rect width="100%" height="12" fill={`url(#${id})`} transform={tall ? "scale(1 1.5)" : undefined} />
    </svg>
  );
}
