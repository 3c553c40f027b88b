import { postgresPlace } from "../../../test/postgres/place.ts";
import { storeContract } from "../store.contract.ts";

storeContract("PostgreSQL", postgresPlace);
