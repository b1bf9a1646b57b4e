import { attemptPhoto } from "#app/web/attempt-photo.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(({ db, actor, params }) => attemptPhoto(db, actor, params, "officer"));
