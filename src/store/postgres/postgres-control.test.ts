import { postgresPlace } from "../../../test/postgres/place.ts";
import { controlContract } from "../control.contract.ts";

controlContract("PostgreSQL", postgresPlace);
