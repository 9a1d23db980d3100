// What anybody may ask of OKX without a key: its time. Any answer says that the host can be reached.
export const PUBLIC_TIME_TARGET = '/api/v5/public/time';
