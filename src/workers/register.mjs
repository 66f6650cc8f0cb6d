// tsx's own --import leaves ES modules in worker threads alone, and a package that can only be imported cannot be required.
import { register } from 'tsx/esm/api';

register();
