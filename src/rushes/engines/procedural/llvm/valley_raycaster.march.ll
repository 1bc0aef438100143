; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source b762d081fc027822536801d50c62218d
; entry valley_raycaster.march.0(float32:3:C, float32:2:C, float32:2:C, float32:3:C, int8:3:C, float64, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:2:C, float32:1:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float32:3:C, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, bool, float64, float64:2:C, float64:1:C, float64:1:C, float64:2:C, float64:1:C, float64:1:C, float64:2:C, uint8:2:C, float64:1:C) -> none
define void @valley_raycaster.march.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 72
  %14 = load i64, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 96
  %16 = load ptr, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 112
  %18 = load i64, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 192
  %20 = load ptr, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 208
  %22 = load i64, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 216
  %24 = load i64, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 248
  %26 = load double, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 256
  %28 = load ptr, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 272
  %30 = load i64, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 280
  %32 = load i64, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 312
  %34 = load double, ptr %33, align 8
  %35 = getelementptr i8, ptr %0, i64 320
  %36 = load double, ptr %35, align 8
  %37 = getelementptr i8, ptr %0, i64 328
  %38 = load double, ptr %37, align 8
  %39 = getelementptr i8, ptr %0, i64 336
  %40 = load double, ptr %39, align 8
  %41 = getelementptr i8, ptr %0, i64 344
  %42 = load double, ptr %41, align 8
  %43 = getelementptr i8, ptr %0, i64 352
  %44 = load double, ptr %43, align 8
  %45 = getelementptr i8, ptr %0, i64 360
  %46 = load double, ptr %45, align 8
  %47 = getelementptr i8, ptr %0, i64 368
  %48 = load double, ptr %47, align 8
  %49 = getelementptr i8, ptr %0, i64 376
  %50 = load double, ptr %49, align 8
  %51 = getelementptr i8, ptr %0, i64 384
  %52 = load double, ptr %51, align 8
  %53 = getelementptr i8, ptr %0, i64 392
  %54 = load double, ptr %53, align 8
  %55 = getelementptr i8, ptr %0, i64 400
  %56 = load double, ptr %55, align 8
  %57 = getelementptr i8, ptr %0, i64 408
  %58 = load ptr, ptr %57, align 8
  %59 = getelementptr i8, ptr %0, i64 424
  %60 = load i64, ptr %59, align 8
  %61 = getelementptr i8, ptr %0, i64 448
  %62 = load ptr, ptr %61, align 8
  %63 = getelementptr i8, ptr %0, i64 496
  %64 = load double, ptr %63, align 8
  %65 = getelementptr i8, ptr %0, i64 504
  %66 = load double, ptr %65, align 8
  %67 = getelementptr i8, ptr %0, i64 512
  %68 = load double, ptr %67, align 8
  %69 = getelementptr i8, ptr %0, i64 520
  %70 = load double, ptr %69, align 8
  %71 = getelementptr i8, ptr %0, i64 568
  %72 = load double, ptr %71, align 8
  %73 = getelementptr i8, ptr %0, i64 576
  %74 = load double, ptr %73, align 8
  %75 = getelementptr i8, ptr %0, i64 656
  %76 = load ptr, ptr %75, align 8
  %77 = getelementptr i8, ptr %0, i64 664
  %78 = load i64, ptr %77, align 8
  %79 = getelementptr i8, ptr %0, i64 672
  %80 = load i64, ptr %79, align 8
  %81 = getelementptr i8, ptr %0, i64 680
  %82 = load i64, ptr %81, align 8
  %83 = getelementptr i8, ptr %0, i64 712
  %84 = load double, ptr %83, align 8
  %85 = getelementptr i8, ptr %0, i64 720
  %86 = load double, ptr %85, align 8
  %87 = getelementptr i8, ptr %0, i64 728
  %88 = load double, ptr %87, align 8
  %89 = getelementptr i8, ptr %0, i64 736
  %90 = load double, ptr %89, align 8
  %91 = getelementptr i8, ptr %0, i64 744
  %92 = load double, ptr %91, align 8
  %93 = getelementptr i8, ptr %0, i64 752
  %94 = load double, ptr %93, align 8
  %95 = getelementptr i8, ptr %0, i64 760
  %96 = load double, ptr %95, align 8
  %97 = getelementptr i8, ptr %0, i64 768
  %98 = load double, ptr %97, align 8
  %99 = getelementptr i8, ptr %0, i64 776
  %100 = load ptr, ptr %99, align 8
  %101 = getelementptr i8, ptr %0, i64 784
  %102 = load i64, ptr %101, align 8
  %103 = getelementptr i8, ptr %0, i64 792
  %104 = load i64, ptr %103, align 8
  %105 = getelementptr i8, ptr %0, i64 800
  %106 = load i64, ptr %105, align 8
  %107 = getelementptr i8, ptr %0, i64 872
  %108 = load double, ptr %107, align 8
  %109 = getelementptr i8, ptr %0, i64 880
  %110 = load double, ptr %109, align 8
  %111 = getelementptr i8, ptr %0, i64 888
  %112 = load double, ptr %111, align 8
  %113 = getelementptr i8, ptr %0, i64 896
  %114 = load i64, ptr %113, align 8
  %115 = getelementptr i8, ptr %0, i64 904
  %116 = load double, ptr %115, align 8
  %117 = getelementptr i8, ptr %0, i64 912
  %118 = load ptr, ptr %117, align 8
  %119 = getelementptr i8, ptr %0, i64 920
  %120 = load i64, ptr %119, align 8
  %121 = getelementptr i8, ptr %0, i64 928
  %122 = load i64, ptr %121, align 8
  %123 = getelementptr i8, ptr %0, i64 952
  %124 = load ptr, ptr %123, align 8
  %125 = getelementptr i8, ptr %0, i64 960
  %126 = load i64, ptr %125, align 8
  %127 = getelementptr i8, ptr %0, i64 976
  %128 = load ptr, ptr %127, align 8
  %129 = getelementptr i8, ptr %0, i64 984
  %130 = load i64, ptr %129, align 8
  %131 = getelementptr i8, ptr %0, i64 1000
  %132 = load ptr, ptr %131, align 8
  %133 = getelementptr i8, ptr %0, i64 1008
  %134 = load i64, ptr %133, align 8
  %135 = getelementptr i8, ptr %0, i64 1016
  %136 = load i64, ptr %135, align 8
  %137 = getelementptr i8, ptr %0, i64 1040
  %138 = load ptr, ptr %137, align 8
  %139 = getelementptr i8, ptr %0, i64 1048
  %140 = load i64, ptr %139, align 8
  %141 = getelementptr i8, ptr %0, i64 1064
  %142 = load ptr, ptr %141, align 8
  %143 = getelementptr i8, ptr %0, i64 1072
  %144 = load i64, ptr %143, align 8
  %145 = getelementptr i8, ptr %0, i64 1088
  %146 = load ptr, ptr %145, align 8
  %147 = getelementptr i8, ptr %0, i64 1096
  %148 = load i64, ptr %147, align 8
  %149 = getelementptr i8, ptr %0, i64 1104
  %150 = load i64, ptr %149, align 8
  %151 = getelementptr i8, ptr %0, i64 1128
  %152 = load ptr, ptr %151, align 8
  %153 = getelementptr i8, ptr %0, i64 1136
  %154 = load i64, ptr %153, align 8
  %155 = getelementptr i8, ptr %0, i64 1144
  %156 = load i64, ptr %155, align 8
  %157 = getelementptr i8, ptr %0, i64 1168
  %158 = load ptr, ptr %157, align 8
  %159 = getelementptr i8, ptr %0, i64 1176
  %160 = load i64, ptr %159, align 8
  %161 = and i64 %114, 255
  %162 = icmp eq i64 %161, 0
  %163 = fneg double %86
  %164 = select i1 %162, double %86, double %163
  %165 = sitofp i64 %6 to double
  %166 = fsub double %98, %165
  %167 = fdiv double %166, %94
  %168 = fdiv double %98, %94
  %169 = select i1 %162, double 0.000000e+00, double 3.400000e-01
  %170 = icmp slt i64 %144, 1
  br i1 %170, label %1707, label %171
171:
  %172 = phi i64 [ %173, %171 ], [ 0, %1 ]
  %173 = add nuw nsw i64 %172, 1
  %174 = getelementptr double, ptr %142, i64 %172
  %175 = load double, ptr %174, align 8
  %176 = fdiv double %175, %94
  %177 = fcmp olt double %176, 4.000000e-02
  %178 = select i1 %177, double 4.000000e-02, double %176
  %179 = fdiv double %178, 4.000000e-02
  %180 = fptrunc double %179 to float
  %181 = bitcast float %180 to i32
  %182 = zext i32 %181 to i64
  %183 = add nsw i64 %182, -1060439283
  %184 = shl i64 %183, 32
  %185 = ashr i64 %184, 55
  %186 = trunc nsw i64 %185 to i32
  %187 = trunc i64 %183 to i32
  %188 = and i32 %187, 8388607
  %189 = add nuw nsw i32 %188, 1060439283
  %190 = bitcast i32 %189 to float
  %191 = fadd float %190, -1.000000e+00
  %192 = fmul float %191, 0x3FC9E38100000000
  %193 = fsub float 0x3FD447FF80000000, %192
  %194 = fmul float %191, %193
  %195 = fadd float %194, 0xBFD77BCA20000000
  %196 = fmul float %191, %195
  %197 = fadd float %196, 0x3FDEB71AE0000000
  %198 = fmul float %191, %197
  %199 = fadd float %198, 0xBFE71408E0000000
  %200 = fmul float %191, %199
  %201 = fadd float %200, 0x3FF7154D00000000
  %202 = sitofp i32 %186 to float
  %203 = fmul float %191, %201
  %204 = fadd float %203, %202
  %205 = fpext float %204 to double
  %206 = fdiv double %205, 3.000000e+00
  %207 = fadd double %169, %206
  %208 = fcmp olt double %207, 0.000000e+00
  %209 = select i1 %208, double 0.000000e+00, double %207
  %210 = fptosi double %209 to i64
  %211 = mul nsw i64 %210, 3
  %212 = shl nuw i64 1, %211
  %213 = sitofp i64 %212 to double
  %214 = fmul double %213, 4.000000e-02
  %215 = mul i64 %172, %150
  %216 = getelementptr double, ptr %146, i64 %215
  store double %214, ptr %216, align 8
  %217 = tail call double @llvm.floor.f64(double %209)
  %218 = fsub double %209, %217
  %219 = getelementptr i8, ptr %216, i64 8
  store double %218, ptr %219, align 8
  %220 = icmp eq i64 %144, %173
  br i1 %220, label %1707, label %171
221:
  %222 = icmp slt i64 %1813, %1713
  %223 = shl nuw nsw i64 %1813, 1
  br i1 %222, label %230, label %224
224:
  %225 = sub nsw i64 %1813, %1713
  %226 = shl nuw nsw i64 %225, 1
  %227 = or i64 %226, 1
  %228 = add nuw nsw i64 %226, 2
  %229 = icmp slt i64 %228, %4
  br label %230
230:
  %231 = phi i64 [ %227, %224 ], [ %223, %221 ], [ %1813, %1812 ]
  %232 = phi i1 [ %229, %224 ], [ false, %221 ], [ false, %1812 ]
  %233 = sitofp i64 %231 to double
  %234 = fadd double %233, 5.000000e-01
  %235 = fsub double %234, %96
  %236 = fdiv double %235, %94
  %237 = fmul double %92, %236
  %238 = fadd double %90, %237
  %239 = fmul double %90, %236
  %240 = fsub double %92, %239
  %241 = fmul double %236, %236
  %242 = fadd double %241, 1.000000e+00
  %243 = tail call double @llvm.sqrt.f64(double %242)
  br i1 %1716, label %1823, label %1815
244:
  %245 = add nsw i64 %231, -1
  %246 = icmp slt i64 %231, 1
  %247 = select i1 %246, i64 %154, i64 0
  %248 = add i64 %247, %245
  %249 = mul i64 %248, %156
  %250 = getelementptr i8, ptr %152, i64 %249
  %251 = select i1 %246, i64 %12, i64 0
  %252 = add i64 %251, %245
  %253 = mul i64 %252, %14
  %254 = getelementptr float, ptr %10, i64 %253
  %255 = add nsw i64 %231, 1
  %256 = icmp slt i64 %231, -1
  %257 = select i1 %256, i64 %12, i64 0
  %258 = add i64 %257, %255
  %259 = mul i64 %258, %14
  %260 = getelementptr float, ptr %10, i64 %259
  %261 = select i1 %256, i64 %154, i64 0
  %262 = add i64 %261, %255
  %263 = mul i64 %262, %156
  %264 = getelementptr i8, ptr %152, i64 %263
  %265 = getelementptr i8, ptr %152, i64 %1832
  %266 = getelementptr float, ptr %10, i64 %1828
  %267 = select i1 %246, i64 %4, i64 0
  %268 = add i64 %267, %245
  %269 = mul i64 %268, %1723
  %270 = getelementptr float, ptr %2, i64 %269
  %271 = select i1 %256, i64 %4, i64 0
  %272 = add i64 %271, %255
  %273 = mul i64 %272, %1723
  %274 = getelementptr float, ptr %2, i64 %273
  %275 = mul i64 %231, %1723
  %276 = getelementptr float, ptr %2, i64 %275
  br label %302
277:
  %278 = fsub float %308, %310
  %279 = tail call float @llvm.fabs.f32(float %278)
  %280 = fmul float %308, 0x3F9EB851E0000000
  %281 = fcmp olt float %279, %280
  %282 = freeze i1 %281
  %283 = select i1 %282, i8 %306, i8 0
  %284 = getelementptr i8, ptr %265, i64 %303
  store i8 %283, ptr %284, align 1
  %285 = icmp ne i8 %306, 0
  %286 = and i1 %285, %282
  br i1 %286, label %287, label %300
287:
  %288 = icmp eq i8 %306, 1
  %289 = select i1 %288, double 0.000000e+00, double 1.000000e+00
  %290 = getelementptr double, ptr %124, i64 %303
  store double %289, ptr %290, align 8
  %291 = fadd float %308, %310
  %292 = fmul float %291, 5.000000e-01
  %293 = getelementptr float, ptr %266, i64 %303
  store float %292, ptr %293, align 4
  %294 = icmp eq i8 %306, 2
  br i1 %294, label %295, label %300
295:
  %296 = mul i64 %303, %8
  %297 = getelementptr float, ptr %270, i64 %296
  %298 = getelementptr float, ptr %274, i64 %296
  %299 = getelementptr float, ptr %276, i64 %296
  br label %316
300:
  %301 = icmp eq i64 %6, %304
  br i1 %301, label %327, label %302
302:
  %303 = phi i64 [ 0, %244 ], [ %304, %300 ]
  %304 = add nuw nsw i64 %303, 1
  %305 = getelementptr i8, ptr %250, i64 %303
  %306 = load i8, ptr %305, align 1
  %307 = getelementptr float, ptr %254, i64 %303
  %308 = load float, ptr %307, align 4
  %309 = getelementptr float, ptr %260, i64 %303
  %310 = load float, ptr %309, align 4
  %311 = getelementptr i8, ptr %264, i64 %303
  %312 = load i8, ptr %311, align 1
  %313 = icmp eq i8 %306, %312
  br i1 %313, label %277, label %314
314:
  %315 = getelementptr i8, ptr %265, i64 %303
  store i8 0, ptr %315, align 1
  br label %300
316:
  %317 = phi i64 [ 0, %295 ], [ %318, %316 ]
  %318 = add nuw nsw i64 %317, 1
  %319 = getelementptr float, ptr %297, i64 %317
  %320 = load float, ptr %319, align 4
  %321 = getelementptr float, ptr %298, i64 %317
  %322 = load float, ptr %321, align 4
  %323 = fadd float %320, %322
  %324 = fmul float %323, 5.000000e-01
  %325 = getelementptr float, ptr %299, i64 %317
  store float %324, ptr %325, align 4
  %326 = icmp eq i64 %318, 3
  br i1 %326, label %300, label %316
327:
  %328 = fdiv double %234, %1728
  %329 = fcmp olt double %328, 0.000000e+00
  %330 = select i1 %329, double 0.000000e+00, double %328
  %331 = fcmp ogt double %330, 1.000000e+00
  %332 = select i1 %331, double 1.000000e+00, double %330
  %333 = fmul double %332, 3.199900e+01
  %334 = fcmp olt double %333, 0.000000e+00
  %335 = select i1 %334, double 0.000000e+00, double %333
  %336 = fcmp olt double %1727, %335
  %337 = select i1 %336, double %1727, double %335
  %338 = fptosi double %337 to i64
  %339 = sitofp i64 %338 to double
  %340 = fsub double %337, %339
  %341 = fsub double 1.000000e+00, %340
  %342 = icmp slt i64 %338, 0
  %343 = select i1 %342, i64 %80, i64 0
  %344 = add i64 %343, %338
  %345 = mul i64 %344, %82
  %346 = add i64 %345, 2
  %347 = add nsw i64 %338, 1
  %348 = icmp slt i64 %338, -1
  %349 = select i1 %348, i64 %80, i64 0
  %350 = add i64 %347, %349
  %351 = mul i64 %350, %82
  %352 = add i64 %351, 2
  %353 = add i64 %345, 1
  %354 = add i64 %351, 1
  br label %1844
355:
  %356 = add nsw i64 %231, -1
  %357 = icmp slt i64 %231, 1
  %358 = select i1 %357, i64 %160, i64 0
  %359 = getelementptr double, ptr %158, i64 %356
  %360 = getelementptr double, ptr %359, i64 %358
  %361 = add nsw i64 %231, 1
  %362 = icmp slt i64 %231, -1
  %363 = select i1 %362, i64 %160, i64 0
  %364 = getelementptr double, ptr %158, i64 %361
  %365 = getelementptr double, ptr %364, i64 %363
  %366 = getelementptr i8, ptr %152, i64 %1832
  %367 = select i1 %357, i64 %12, i64 0
  %368 = add i64 %367, %356
  %369 = mul i64 %368, %14
  %370 = getelementptr float, ptr %10, i64 %369
  %371 = select i1 %362, i64 %12, i64 0
  %372 = add i64 %371, %361
  %373 = mul i64 %372, %14
  %374 = getelementptr float, ptr %10, i64 %373
  %375 = icmp sgt i64 %231, 0
  %376 = select i1 %375, i64 0, i64 %12
  %377 = add i64 %376, %356
  %378 = mul i64 %377, %14
  %379 = getelementptr float, ptr %10, i64 %378
  %380 = fmul double %243, %243
  %381 = select i1 %375, i64 0, i64 %4
  %382 = add i64 %381, %356
  %383 = mul i64 %382, %1723
  %384 = getelementptr float, ptr %2, i64 %383
  %385 = select i1 %362, i64 %4, i64 0
  %386 = add i64 %385, %361
  %387 = mul i64 %386, %1723
  %388 = getelementptr float, ptr %2, i64 %387
  %389 = getelementptr double, ptr %158, i64 %231
  %390 = getelementptr float, ptr %10, i64 %1828
  br label %1945
391:
  %392 = phi i64 [ %393, %391 ], [ 0, %1945 ]
  %393 = add nuw nsw i64 %392, 1
  %394 = getelementptr double, ptr %142, i64 %393
  %395 = load double, ptr %394, align 8
  %396 = fcmp olt double %395, %1947
  br i1 %396, label %391, label %397
397:
  %398 = phi double [ %1951, %1945 ], [ %395, %391 ]
  %399 = phi i64 [ 0, %1945 ], [ %393, %391 ]
  %400 = icmp slt i64 %399, %1948
  br i1 %400, label %469, label %401
401:
  %402 = add nsw i64 %399, %1842
  %403 = tail call i64 @llvm.smin.i64(i64 %144, i64 %402)
  %404 = sub i64 %403, %399
  %405 = icmp slt i64 %404, 1
  br i1 %405, label %469, label %406
406:
  %407 = phi i64 [ %408, %406 ], [ %399, %401 ]
  %408 = add nuw i64 %407, 1
  %409 = icmp slt i64 %407, 0
  %410 = select i1 %409, i64 %144, i64 0
  %411 = getelementptr double, ptr %142, i64 %407
  %412 = getelementptr double, ptr %411, i64 %410
  %413 = load double, ptr %412, align 8
  %414 = fmul double %238, %413
  %415 = fadd double %84, %414
  %416 = fmul double %240, %413
  %417 = fadd double %88, %416
  %418 = fadd double %415, 6.000000e+03
  %419 = fmul double %418, 0x3FC5D867C3ECE2A5
  %420 = fadd double %419, -5.000000e-01
  %421 = fcmp olt double %420, 0.000000e+00
  %422 = select i1 %421, double 0.000000e+00, double %420
  %423 = fcmp ogt double %422, 0x409FFBFEF9DB22D1
  %424 = select i1 %423, double 0x409FFBFEF9DB22D1, double %422
  %425 = fadd double %417, 1.600000e+03
  %426 = fmul double %425, 0x3FC5D867C3ECE2A5
  %427 = fadd double %426, -5.000000e-01
  %428 = fcmp olt double %427, 0.000000e+00
  %429 = select i1 %428, double 0.000000e+00, double %427
  %430 = fcmp ogt double %429, 0x409FFBFEF9DB22D1
  %431 = select i1 %430, double 0x409FFBFEF9DB22D1, double %429
  %432 = fptosi double %424 to i64
  %433 = fptosi double %431 to i64
  %434 = add i64 %432, 1
  %435 = add i64 %433, 1
  %436 = sitofp i64 %432 to double
  %437 = fsub double %424, %436
  %438 = sitofp i64 %433 to double
  %439 = fsub double %431, %438
  %440 = mul i64 %18, %433
  %441 = getelementptr float, ptr %16, i64 %440
  %442 = getelementptr float, ptr %441, i64 %432
  %443 = load float, ptr %442, align 4
  %444 = getelementptr float, ptr %441, i64 %434
  %445 = load float, ptr %444, align 4
  %446 = fsub float %445, %443
  %447 = fpext float %446 to double
  %448 = fmul double %437, %447
  %449 = fpext float %443 to double
  %450 = fadd double %448, %449
  %451 = mul i64 %435, %18
  %452 = getelementptr float, ptr %16, i64 %451
  %453 = getelementptr float, ptr %452, i64 %432
  %454 = load float, ptr %453, align 4
  %455 = getelementptr float, ptr %452, i64 %434
  %456 = load float, ptr %455, align 4
  %457 = fsub float %456, %454
  %458 = fpext float %457 to double
  %459 = fmul double %437, %458
  %460 = fpext float %454 to double
  %461 = fadd double %459, %460
  %462 = fsub double %461, %450
  %463 = fmul double %439, %462
  %464 = fadd double %450, %463
  %465 = select i1 %409, i64 %140, i64 0
  %466 = getelementptr double, ptr %138, i64 %407
  %467 = getelementptr double, ptr %466, i64 %465
  store double %464, ptr %467, align 8
  %468 = icmp eq i64 %408, %403
  br i1 %468, label %469, label %406
469:
  %470 = phi i64 [ %1948, %397 ], [ %403, %401 ], [ %403, %406 ]
  %471 = icmp slt i64 %399, %1708
  %472 = fcmp olt double %1732, %1946
  %473 = select i1 %471, i1 %472, i1 false
  %474 = fmul double %1732, %398
  %475 = fcmp ogt double %1733, %474
  %476 = select i1 %473, i1 %475, i1 false
  br i1 %476, label %477, label %1560
477:
  %478 = getelementptr double, ptr %138, i64 %399
  %479 = load double, ptr %478, align 8
  br label %480
480:
  %481 = phi i64 [ %776, %1505 ], [ %470, %477 ]
  %482 = phi i64 [ %1693, %1505 ], [ -1, %477 ]
  %483 = phi double [ %1694, %1505 ], [ 0.000000e+00, %477 ]
  %484 = phi double [ %1695, %1505 ], [ 0.000000e+00, %477 ]
  %485 = phi double [ %1696, %1505 ], [ 0.000000e+00, %477 ]
  %486 = phi double [ %1697, %1505 ], [ 0.000000e+00, %477 ]
  %487 = phi i64 [ %780, %1505 ], [ %399, %477 ]
  %488 = phi double [ %785, %1505 ], [ %398, %477 ]
  %489 = phi double [ %1992, %1505 ], [ -1.000000e+00, %477 ]
  %490 = phi i1 [ %1986, %1505 ], [ false, %477 ]
  %491 = phi double [ %1698, %1505 ], [ %1732, %477 ]
  %492 = phi double [ %789, %1505 ], [ %479, %477 ]
  br i1 %1841, label %493, label %647
493:
  %494 = load double, ptr %360, align 8
  %495 = load double, ptr %365, align 8
  %496 = fcmp ogt double %495, %494
  %497 = select i1 %496, double %495, double %494
  %498 = fmul double %497, 1.050000e+00
  %499 = fcmp ogt double %488, %498
  br i1 %499, label %1512, label %500
500:
  %501 = fmul double %94, %491
  %502 = fsub double %98, %501
  %503 = tail call double @llvm.floor.f64(double %502)
  %504 = fptosi double %503 to i64
  %505 = tail call i64 @llvm.smax.i64(i64 %504, i64 0)
  %506 = tail call i64 @llvm.smin.i64(i64 %1734, i64 %505)
  %507 = getelementptr i8, ptr %366, i64 %506
  %508 = getelementptr i8, ptr %507, i64 %1735
  %509 = load i8, ptr %508, align 1
  %510 = icmp eq i8 %509, 0
  br i1 %510, label %647, label %511
511:
  br i1 %1722, label %512, label %1512
512:
  %513 = load i8, ptr %507, align 1
  %514 = icmp eq i8 %513, 0
  br i1 %514, label %523, label %515
515:
  %516 = phi i64 [ %519, %518 ], [ %506, %512 ]
  %517 = icmp sgt i64 %516, 0
  br i1 %517, label %518, label %1512
518:
  %519 = add nsw i64 %516, -1
  %520 = getelementptr i8, ptr %366, i64 %519
  %521 = load i8, ptr %520, align 1
  %522 = icmp eq i8 %521, 0
  br i1 %522, label %523, label %515
523:
  %524 = phi i64 [ %506, %512 ], [ %519, %518 ]
  %525 = add nuw nsw i64 %524, 1
  %526 = getelementptr i8, ptr %366, i64 %525
  %527 = load i8, ptr %526, align 1
  %528 = icmp eq i8 %527, 1
  br i1 %528, label %1512, label %529
529:
  %530 = uitofp i64 %524 to double
  %531 = fsub double %98, %530
  %532 = fadd double %531, -1.000000e+00
  %533 = fdiv double %532, %94
  %534 = getelementptr float, ptr %370, i64 %525
  %535 = load float, ptr %534, align 4
  %536 = getelementptr float, ptr %374, i64 %525
  %537 = load float, ptr %536, align 4
  %538 = fcmp olt float %537, %535
  %539 = select i1 %538, float %537, float %535
  %540 = fpext float %539 to double
  %541 = fmul double %540, 0x3FEF0A3D70A3D70A
  %542 = add nsw i64 %487, 1
  %543 = icmp slt i64 %542, %1708
  br i1 %543, label %544, label %563
544:
  %545 = icmp slt i64 %487, -1
  %546 = select i1 %545, i64 %144, i64 0
  %547 = getelementptr double, ptr %142, i64 %542
  %548 = getelementptr double, ptr %547, i64 %546
  %549 = load double, ptr %548, align 8
  %550 = fcmp ugt double %549, %541
  br i1 %550, label %563, label %551
551:
  %552 = phi i64 [ %556, %555 ], [ %487, %544 ]
  %553 = add nsw i64 %552, 2
  %554 = icmp slt i64 %553, %1708
  br i1 %554, label %555, label %563
555:
  %556 = add nsw i64 %552, 1
  %557 = icmp slt i64 %552, -2
  %558 = select i1 %557, i64 %144, i64 0
  %559 = getelementptr double, ptr %142, i64 %553
  %560 = getelementptr double, ptr %559, i64 %558
  %561 = load double, ptr %560, align 8
  %562 = fcmp ugt double %561, %541
  br i1 %562, label %563, label %551
563:
  %564 = phi i64 [ %487, %544 ], [ %487, %529 ], [ %1810, %551 ], [ %556, %555 ]
  %565 = icmp slt i64 %564, %481
  br i1 %565, label %636, label %566
566:
  %567 = add nsw i64 %564, %1842
  %568 = tail call i64 @llvm.smin.i64(i64 %144, i64 %567)
  %569 = sub i64 %568, %564
  %570 = icmp slt i64 %569, 1
  br i1 %570, label %636, label %571
571:
  %572 = phi i64 [ %575, %571 ], [ %564, %566 ]
  %573 = phi i64 [ %574, %571 ], [ %569, %566 ]
  %574 = add nsw i64 %573, -1
  %575 = add i64 %572, 1
  %576 = icmp slt i64 %572, 0
  %577 = select i1 %576, i64 %144, i64 0
  %578 = getelementptr double, ptr %142, i64 %572
  %579 = getelementptr double, ptr %578, i64 %577
  %580 = load double, ptr %579, align 8
  %581 = fmul double %238, %580
  %582 = fadd double %84, %581
  %583 = fmul double %240, %580
  %584 = fadd double %88, %583
  %585 = fadd double %582, 6.000000e+03
  %586 = fmul double %585, 0x3FC5D867C3ECE2A5
  %587 = fadd double %586, -5.000000e-01
  %588 = fcmp olt double %587, 0.000000e+00
  %589 = select i1 %588, double 0.000000e+00, double %587
  %590 = fcmp ogt double %589, 0x409FFBFEF9DB22D1
  %591 = select i1 %590, double 0x409FFBFEF9DB22D1, double %589
  %592 = fadd double %584, 1.600000e+03
  %593 = fmul double %592, 0x3FC5D867C3ECE2A5
  %594 = fadd double %593, -5.000000e-01
  %595 = fcmp olt double %594, 0.000000e+00
  %596 = select i1 %595, double 0.000000e+00, double %594
  %597 = fcmp ogt double %596, 0x409FFBFEF9DB22D1
  %598 = select i1 %597, double 0x409FFBFEF9DB22D1, double %596
  %599 = fptosi double %591 to i64
  %600 = fptosi double %598 to i64
  %601 = add i64 %599, 1
  %602 = add i64 %600, 1
  %603 = sitofp i64 %599 to double
  %604 = fsub double %591, %603
  %605 = sitofp i64 %600 to double
  %606 = fsub double %598, %605
  %607 = mul i64 %18, %600
  %608 = getelementptr float, ptr %16, i64 %607
  %609 = getelementptr float, ptr %608, i64 %599
  %610 = load float, ptr %609, align 4
  %611 = getelementptr float, ptr %608, i64 %601
  %612 = load float, ptr %611, align 4
  %613 = fsub float %612, %610
  %614 = fpext float %613 to double
  %615 = fmul double %604, %614
  %616 = fpext float %610 to double
  %617 = fadd double %615, %616
  %618 = mul i64 %602, %18
  %619 = getelementptr float, ptr %16, i64 %618
  %620 = getelementptr float, ptr %619, i64 %599
  %621 = load float, ptr %620, align 4
  %622 = getelementptr float, ptr %619, i64 %601
  %623 = load float, ptr %622, align 4
  %624 = fsub float %623, %621
  %625 = fpext float %624 to double
  %626 = fmul double %604, %625
  %627 = fpext float %621 to double
  %628 = fadd double %626, %627
  %629 = fsub double %628, %617
  %630 = fmul double %606, %629
  %631 = fadd double %617, %630
  %632 = select i1 %576, i64 %140, i64 0
  %633 = getelementptr double, ptr %138, i64 %572
  %634 = getelementptr double, ptr %633, i64 %632
  store double %631, ptr %634, align 8
  %635 = icmp ugt i64 %573, 1
  br i1 %635, label %571, label %636
636:
  %637 = phi i64 [ %481, %563 ], [ %568, %566 ], [ %568, %571 ]
  %638 = icmp slt i64 %564, 0
  %639 = select i1 %638, i64 %144, i64 0
  %640 = getelementptr double, ptr %142, i64 %564
  %641 = getelementptr double, ptr %640, i64 %639
  %642 = load double, ptr %641, align 8
  %643 = select i1 %638, i64 %140, i64 0
  %644 = getelementptr double, ptr %138, i64 %564
  %645 = getelementptr double, ptr %644, i64 %643
  %646 = load double, ptr %645, align 8
  br label %647
647:
  %648 = phi i64 [ %637, %636 ], [ %481, %500 ], [ %481, %480 ]
  %649 = phi i64 [ %564, %636 ], [ %487, %500 ], [ %487, %480 ]
  %650 = phi double [ %642, %636 ], [ %488, %500 ], [ %488, %480 ]
  %651 = phi double [ %533, %636 ], [ %491, %500 ], [ %491, %480 ]
  %652 = phi double [ %646, %636 ], [ %492, %500 ], [ %492, %480 ]
  %653 = fcmp olt double %652, 0.000000e+00
  %654 = icmp slt i64 %649, %1708
  br i1 %654, label %655, label %775
655:
  %656 = phi i64 [ %731, %754 ], [ %648, %647 ]
  %657 = phi i64 [ %658, %754 ], [ %649, %647 ]
  %658 = add nsw i64 %657, 1
  %659 = icmp slt i64 %658, %656
  br i1 %659, label %730, label %660
660:
  %661 = add nsw i64 %658, %1842
  %662 = tail call i64 @llvm.smin.i64(i64 %144, i64 %661)
  %663 = sub i64 %662, %658
  %664 = icmp slt i64 %663, 1
  br i1 %664, label %730, label %665
665:
  %666 = phi i64 [ %669, %665 ], [ %658, %660 ]
  %667 = phi i64 [ %668, %665 ], [ %663, %660 ]
  %668 = add nsw i64 %667, -1
  %669 = add i64 %666, 1
  %670 = icmp slt i64 %666, 0
  %671 = select i1 %670, i64 %144, i64 0
  %672 = getelementptr double, ptr %142, i64 %666
  %673 = getelementptr double, ptr %672, i64 %671
  %674 = load double, ptr %673, align 8
  %675 = fmul double %238, %674
  %676 = fadd double %84, %675
  %677 = fmul double %240, %674
  %678 = fadd double %88, %677
  %679 = fadd double %676, 6.000000e+03
  %680 = fmul double %679, 0x3FC5D867C3ECE2A5
  %681 = fadd double %680, -5.000000e-01
  %682 = fcmp olt double %681, 0.000000e+00
  %683 = select i1 %682, double 0.000000e+00, double %681
  %684 = fcmp ogt double %683, 0x409FFBFEF9DB22D1
  %685 = select i1 %684, double 0x409FFBFEF9DB22D1, double %683
  %686 = fadd double %678, 1.600000e+03
  %687 = fmul double %686, 0x3FC5D867C3ECE2A5
  %688 = fadd double %687, -5.000000e-01
  %689 = fcmp olt double %688, 0.000000e+00
  %690 = select i1 %689, double 0.000000e+00, double %688
  %691 = fcmp ogt double %690, 0x409FFBFEF9DB22D1
  %692 = select i1 %691, double 0x409FFBFEF9DB22D1, double %690
  %693 = fptosi double %685 to i64
  %694 = fptosi double %692 to i64
  %695 = add i64 %693, 1
  %696 = add i64 %694, 1
  %697 = sitofp i64 %693 to double
  %698 = fsub double %685, %697
  %699 = sitofp i64 %694 to double
  %700 = fsub double %692, %699
  %701 = mul i64 %18, %694
  %702 = getelementptr float, ptr %16, i64 %701
  %703 = getelementptr float, ptr %702, i64 %693
  %704 = load float, ptr %703, align 4
  %705 = getelementptr float, ptr %702, i64 %695
  %706 = load float, ptr %705, align 4
  %707 = fsub float %706, %704
  %708 = fpext float %707 to double
  %709 = fmul double %698, %708
  %710 = fpext float %704 to double
  %711 = fadd double %709, %710
  %712 = mul i64 %696, %18
  %713 = getelementptr float, ptr %16, i64 %712
  %714 = getelementptr float, ptr %713, i64 %693
  %715 = load float, ptr %714, align 4
  %716 = getelementptr float, ptr %713, i64 %695
  %717 = load float, ptr %716, align 4
  %718 = fsub float %717, %715
  %719 = fpext float %718 to double
  %720 = fmul double %698, %719
  %721 = fpext float %715 to double
  %722 = fadd double %720, %721
  %723 = fsub double %722, %711
  %724 = fmul double %700, %723
  %725 = fadd double %711, %724
  %726 = select i1 %670, i64 %140, i64 0
  %727 = getelementptr double, ptr %138, i64 %666
  %728 = getelementptr double, ptr %727, i64 %726
  store double %725, ptr %728, align 8
  %729 = icmp ugt i64 %667, 1
  br i1 %729, label %665, label %730
730:
  %731 = phi i64 [ %656, %655 ], [ %662, %660 ], [ %662, %665 ]
  %732 = icmp slt i64 %657, -1
  %733 = select i1 %732, i64 %140, i64 0
  %734 = getelementptr double, ptr %138, i64 %658
  %735 = getelementptr double, ptr %734, i64 %733
  %736 = load double, ptr %735, align 8
  %737 = select i1 %732, i64 %144, i64 0
  %738 = getelementptr double, ptr %142, i64 %658
  %739 = getelementptr double, ptr %738, i64 %737
  %740 = load double, ptr %739, align 8
  %741 = fmul double %651, %740
  %742 = fadd double %164, %741
  %743 = fcmp olt double %736, 0.000000e+00
  %744 = xor i1 %653, %743
  br i1 %744, label %755, label %745
745:
  br i1 %653, label %752, label %746
746:
  %747 = fcmp ugt double %736, %742
  br i1 %747, label %755, label %748
748:
  %749 = fcmp olt double %742, %26
  %750 = icmp slt i64 %658, %1708
  %751 = select i1 %749, i1 %750, i1 false
  br i1 %751, label %754, label %755
752:
  %753 = icmp slt i64 %658, %1708
  br i1 %753, label %754, label %757
754:
  br label %655
755:
  %756 = icmp sgt i64 %657, %649
  br i1 %756, label %761, label %775
757:
  %758 = icmp sle i64 %657, %649
  %759 = fcmp ult double %736, 0.000000e+00
  %760 = or i1 %758, %759
  br i1 %760, label %775, label %774
761:
  br i1 %653, label %772, label %762
762:
  %763 = icmp slt i64 %657, 0
  %764 = select i1 %763, i64 %144, i64 0
  %765 = getelementptr double, ptr %142, i64 %657
  %766 = getelementptr double, ptr %765, i64 %764
  %767 = load double, ptr %766, align 8
  %768 = select i1 %763, i64 %140, i64 0
  %769 = getelementptr double, ptr %138, i64 %657
  %770 = getelementptr double, ptr %769, i64 %768
  %771 = load double, ptr %770, align 8
  br label %775
772:
  %773 = fcmp ult double %736, 0.000000e+00
  br i1 %773, label %775, label %774
774:
  br label %775
775:
  %776 = phi i64 [ %731, %774 ], [ %731, %772 ], [ %731, %762 ], [ %731, %755 ], [ %731, %757 ], [ %648, %647 ]
  %777 = phi i64 [ %649, %774 ], [ %649, %772 ], [ %657, %762 ], [ %649, %755 ], [ %649, %757 ], [ %649, %647 ]
  %778 = phi double [ %650, %774 ], [ %650, %772 ], [ %767, %762 ], [ %650, %755 ], [ %650, %757 ], [ %650, %647 ]
  %779 = phi double [ %652, %774 ], [ %652, %772 ], [ %771, %762 ], [ %652, %755 ], [ %652, %757 ], [ %652, %647 ]
  %780 = phi i64 [ %657, %774 ], [ %658, %772 ], [ %658, %762 ], [ %658, %755 ], [ %658, %757 ], [ %649, %647 ]
  %781 = icmp slt i64 %780, 0
  %782 = select i1 %781, i64 %144, i64 0
  %783 = getelementptr double, ptr %142, i64 %780
  %784 = getelementptr double, ptr %783, i64 %782
  %785 = load double, ptr %784, align 8
  %786 = select i1 %781, i64 %140, i64 0
  %787 = getelementptr double, ptr %138, i64 %780
  %788 = getelementptr double, ptr %787, i64 %786
  %789 = load double, ptr %788, align 8
  %790 = fsub double %785, %778
  %791 = fcmp olt double %779, 0.000000e+00
  %792 = fcmp olt double %789, 0.000000e+00
  %793 = xor i1 %791, %792
  %794 = select i1 %793, i64 2, i64 1
  %795 = fsub double %779, %789
  %796 = fdiv double %779, %795
  %797 = select i1 %793, double %796, double 1.000000e+00
  %798 = fsub double %789, %779
  %799 = icmp slt i64 %777, 0
  %800 = select i1 %799, i64 %148, i64 0
  %801 = add i64 %800, %777
  %802 = mul i64 %801, %150
  %803 = getelementptr double, ptr %146, i64 %802
  %804 = getelementptr i8, ptr %803, i64 8
  br label %1953
805:
  %806 = fmul double %94, %1954
  %807 = fsub double %98, %806
  %808 = fcmp olt double %1946, %1994
  %809 = select i1 %808, double %1946, double %1994
  %810 = fmul double %94, %809
  %811 = fsub double %98, %810
  %812 = tail call double @llvm.floor.f64(double %807)
  %813 = fptosi double %812 to i64
  %814 = tail call i64 @llvm.smin.i64(i64 %1734, i64 %813)
  %815 = tail call double @llvm.floor.f64(double %811)
  %816 = fptosi double %815 to i64
  %817 = tail call i64 @llvm.smax.i64(i64 %816, i64 0)
  %818 = xor i64 %814, -1
  %819 = add i64 %817, %818
  %820 = icmp slt i64 %819, 0
  br i1 %820, label %1997, label %1692
821:
  %822 = phi double [ %1957, %1997 ], [ %1705, %1700 ]
  %823 = phi double [ %1958, %1997 ], [ %1704, %1700 ]
  %824 = phi double [ %1959, %1997 ], [ %1703, %1700 ]
  %825 = phi double [ %1960, %1997 ], [ %1702, %1700 ]
  %826 = phi i64 [ %1961, %1997 ], [ %1701, %1700 ]
  %827 = phi i64 [ %1998, %1997 ], [ %829, %1700 ]
  %828 = phi i64 [ %814, %1997 ], [ %830, %1700 ]
  %829 = add nsw i64 %827, -1
  %830 = add i64 %828, -1
  %831 = sitofp i64 %828 to double
  %832 = fadd double %831, 1.000000e+00
  %833 = fcmp olt double %832, %807
  %834 = select i1 %833, double %832, double %807
  %835 = fcmp olt double %811, %831
  %836 = select i1 %835, double %831, double %811
  %837 = fsub double %834, %836
  %838 = fcmp ugt double %837, 0x3EB0C6F7A0B5ED8D
  br i1 %838, label %839, label %1700
839:
  %840 = icmp slt i64 %828, 0
  %841 = select i1 %840, i64 %156, i64 0
  %842 = getelementptr i8, ptr %366, i64 %828
  %843 = getelementptr i8, ptr %842, i64 %841
  %844 = load i8, ptr %843, align 1
  %845 = icmp eq i8 %844, 0
  br i1 %845, label %846, label %1700
846:
  %847 = fadd double %836, %834
  %848 = fmul double %847, 5.000000e-01
  %849 = fsub double %98, %848
  %850 = fmul double %1710, %849
  %851 = select i1 %840, i64 %126, i64 0
  %852 = getelementptr double, ptr %124, i64 %828
  %853 = getelementptr double, ptr %852, i64 %851
  %854 = load double, ptr %853, align 8
  %855 = fadd double %837, %854
  store double %855, ptr %853, align 8
  br i1 %1986, label %865, label %856
856:
  %857 = fneg double %850
  %858 = fcmp olt double %857, 0x3EB0C6F7A0B5ED8D
  %859 = select i1 %858, double 0x3EB0C6F7A0B5ED8D, double %857
  %860 = fdiv double %86, %859
  %861 = fcmp ogt double %1971, %860
  %862 = select i1 %861, double %1971, double %860
  %863 = fcmp olt double %1973, %862
  %864 = select i1 %863, double %1973, double %862
  br label %1488
865:
  %866 = fmul double %2000, %850
  %867 = fsub double %1999, %866
  %868 = tail call double @llvm.fabs.f64(double %867)
  %869 = fcmp ogt double %868, 1.000000e-09
  %870 = fmul double %1971, %850
  %871 = fadd double %164, %870
  %872 = fsub double %871, %1977
  %873 = fdiv double %872, %867
  %874 = select i1 %869, double %873, double 1.000000e+00
  %875 = fcmp olt double %874, 0.000000e+00
  %876 = select i1 %875, double 0.000000e+00, double %874
  %877 = fcmp ogt double %876, 1.000000e+00
  %878 = select i1 %877, double 1.000000e+00, double %876
  %879 = fmul double %2000, %878
  %880 = fadd double %1971, %879
  %881 = fmul double %1999, %878
  %882 = fadd double %1977, %881
  %883 = icmp ne i64 %828, %826
  %884 = fmul double %825, 1.060000e+00
  %885 = fcmp ogt double %880, %884
  %886 = select i1 %883, i1 true, i1 %885
  br i1 %886, label %887, label %1462
887:
  %888 = fmul double %880, 3.000000e-02
  br i1 %232, label %889, label %931
889:
  %890 = select i1 %840, i64 %14, i64 0
  %891 = getelementptr float, ptr %379, i64 %828
  %892 = getelementptr float, ptr %891, i64 %890
  %893 = load float, ptr %892, align 4
  %894 = fpext float %893 to double
  %895 = fsub double %894, %880
  %896 = tail call double @llvm.fabs.f64(double %895)
  %897 = fcmp olt double %896, %888
  br i1 %897, label %898, label %931
898:
  %899 = getelementptr float, ptr %374, i64 %828
  %900 = getelementptr float, ptr %899, i64 %890
  %901 = load float, ptr %900, align 4
  %902 = fpext float %901 to double
  %903 = fsub double %902, %880
  %904 = tail call double @llvm.fabs.f64(double %903)
  %905 = fcmp olt double %904, %888
  br i1 %905, label %906, label %931
906:
  %907 = select i1 %840, i64 %6, i64 0
  %908 = add i64 %907, %828
  %909 = mul i64 %908, %8
  %910 = getelementptr float, ptr %384, i64 %909
  %911 = load float, ptr %910, align 4
  %912 = getelementptr float, ptr %388, i64 %909
  %913 = load float, ptr %912, align 4
  %914 = fadd float %911, %913
  %915 = fpext float %914 to double
  %916 = fmul double %915, 5.000000e-01
  %917 = getelementptr i8, ptr %910, i64 4
  %918 = load float, ptr %917, align 4
  %919 = getelementptr i8, ptr %912, i64 4
  %920 = load float, ptr %919, align 4
  %921 = fadd float %918, %920
  %922 = fpext float %921 to double
  %923 = fmul double %922, 5.000000e-01
  %924 = getelementptr i8, ptr %910, i64 8
  %925 = load float, ptr %924, align 4
  %926 = getelementptr i8, ptr %912, i64 8
  %927 = load float, ptr %926, align 4
  %928 = fadd float %925, %927
  %929 = fpext float %928 to double
  %930 = fmul double %929, 5.000000e-01
  br label %1462
931:
  %932 = fmul double %238, %880
  %933 = fadd double %84, %932
  %934 = fmul double %240, %880
  %935 = fadd double %88, %934
  %936 = load double, ptr %803, align 8
  %937 = load double, ptr %804, align 8
  %938 = fadd double %933, 6.000000e+03
  %939 = fdiv double %938, 0x4027700000000000
  %940 = fadd double %939, -5.000000e-01
  %941 = fcmp olt double %940, 0.000000e+00
  %942 = select i1 %941, double 0.000000e+00, double %940
  %943 = fcmp ogt double %942, 0x408FF7FDF3B645A2
  %944 = select i1 %943, double 0x408FF7FDF3B645A2, double %942
  %945 = fadd double %935, 1.600000e+03
  %946 = fdiv double %945, 0x4027700000000000
  %947 = fadd double %946, -5.000000e-01
  %948 = fcmp olt double %947, 0.000000e+00
  %949 = select i1 %948, double 0.000000e+00, double %947
  %950 = fcmp ogt double %949, 0x408FF7FDF3B645A2
  %951 = select i1 %950, double 0x408FF7FDF3B645A2, double %949
  %952 = fptosi double %944 to i64
  %953 = fptosi double %951 to i64
  %954 = sitofp i64 %952 to double
  %955 = fsub double %944, %954
  %956 = sitofp i64 %953 to double
  %957 = fsub double %951, %956
  %958 = fsub double 1.000000e+00, %957
  %959 = fsub double 1.000000e+00, %955
  %960 = fmul double %958, %959
  %961 = fmul double %955, %958
  %962 = fmul double %957, %959
  %963 = fmul double %957, %955
  %964 = fptrunc double %960 to float
  %965 = fptrunc double %961 to float
  %966 = fptrunc double %962 to float
  %967 = fptrunc double %963 to float
  %968 = mul i64 %1736, %953
  %969 = mul i64 %32, %952
  %970 = getelementptr float, ptr %28, i64 %968
  %971 = getelementptr float, ptr %970, i64 %969
  %972 = getelementptr i8, ptr %971, i64 28
  %973 = load float, ptr %972, align 4
  %974 = fcmp ogt float %973, 1.500000e+00
  %975 = fcmp olt float %973, 0.000000e+00
  %976 = fmul double %933, 3.000000e-01
  %977 = select i1 %975, double %976, double %933
  %978 = select i1 %975, double 1.000000e+00, double 3.000000e-01
  %979 = select i1 %974, double 0.000000e+00, double %978
  %980 = fmul double %935, %979
  %981 = fadd double %977, %980
  %982 = fmul double %882, 8.000000e-01
  %983 = select i1 %974, double %935, double %982
  %984 = tail call float @llvm.fabs.f32(float %973)
  %985 = select i1 %974, float 2.000000e+00, float 0.000000e+00
  %986 = fsub float %984, %985
  %987 = fmul double %936, 8.000000e+00
  %988 = fdiv double 1.000000e+00, %987
  %989 = fmul double %988, %981
  %990 = fmul double %988, %983
  %991 = tail call double @llvm.floor.f64(double %989)
  %992 = tail call double @llvm.floor.f64(double %990)
  %993 = fptosi double %991 to i64
  %994 = and i64 %993, 255
  %995 = fptosi double %992 to i64
  %996 = and i64 %995, 255
  %997 = add nsw i64 %993, 1
  %998 = and i64 %997, 255
  %999 = add nsw i64 %995, 1
  %1000 = and i64 %999, 255
  %1001 = fsub double %989, %991
  %1002 = fsub double %990, %992
  %1003 = fsub double 1.000000e+00, %1002
  %1004 = fsub double 1.000000e+00, %1001
  %1005 = fmul double %1003, %1004
  %1006 = fmul double %1003, %1001
  %1007 = fmul double %1002, %1004
  %1008 = fmul double %1002, %1001
  %1009 = fptrunc double %1005 to float
  %1010 = fptrunc double %1006 to float
  %1011 = fptrunc double %1007 to float
  %1012 = fptrunc double %1008 to float
  %1013 = mul i64 %996, %1737
  %1014 = mul i64 %994, %24
  %1015 = getelementptr i8, ptr %20, i64 %1013
  %1016 = getelementptr i8, ptr %1015, i64 %1014
  %1017 = load i8, ptr %1016, align 1
  %1018 = sitofp i8 %1017 to float
  %1019 = fmul float %1018, %1009
  %1020 = mul i64 %998, %24
  %1021 = getelementptr i8, ptr %1015, i64 %1020
  %1022 = load i8, ptr %1021, align 1
  %1023 = sitofp i8 %1022 to float
  %1024 = fmul float %1023, %1010
  %1025 = fadd float %1024, %1019
  %1026 = mul i64 %1000, %1737
  %1027 = getelementptr i8, ptr %20, i64 %1026
  %1028 = getelementptr i8, ptr %1027, i64 %1014
  %1029 = load i8, ptr %1028, align 1
  %1030 = sitofp i8 %1029 to float
  %1031 = fmul float %1030, %1011
  %1032 = fadd float %1031, %1025
  %1033 = getelementptr i8, ptr %1027, i64 %1020
  %1034 = load i8, ptr %1033, align 1
  %1035 = sitofp i8 %1034 to float
  %1036 = fmul float %1035, %1012
  %1037 = fadd float %1036, %1032
  %1038 = getelementptr i8, ptr %1016, i64 1
  %1039 = load i8, ptr %1038, align 1
  %1040 = sitofp i8 %1039 to float
  %1041 = fmul float %1040, %1009
  %1042 = getelementptr i8, ptr %1021, i64 1
  %1043 = load i8, ptr %1042, align 1
  %1044 = sitofp i8 %1043 to float
  %1045 = fmul float %1044, %1010
  %1046 = fadd float %1045, %1041
  %1047 = getelementptr i8, ptr %1028, i64 1
  %1048 = load i8, ptr %1047, align 1
  %1049 = sitofp i8 %1048 to float
  %1050 = fmul float %1049, %1011
  %1051 = fadd float %1050, %1046
  %1052 = getelementptr i8, ptr %1033, i64 1
  %1053 = load i8, ptr %1052, align 1
  %1054 = sitofp i8 %1053 to float
  %1055 = fmul float %1054, %1012
  %1056 = fadd float %1055, %1051
  %1057 = getelementptr i8, ptr %1016, i64 2
  %1058 = load i8, ptr %1057, align 1
  %1059 = sitofp i8 %1058 to float
  %1060 = fmul float %1059, %1009
  %1061 = getelementptr i8, ptr %1021, i64 2
  %1062 = load i8, ptr %1061, align 1
  %1063 = sitofp i8 %1062 to float
  %1064 = fmul float %1010, %1063
  %1065 = fadd float %1060, %1064
  %1066 = getelementptr i8, ptr %1028, i64 2
  %1067 = load i8, ptr %1066, align 1
  %1068 = sitofp i8 %1067 to float
  %1069 = fmul float %1011, %1068
  %1070 = fadd float %1065, %1069
  %1071 = getelementptr i8, ptr %1033, i64 2
  %1072 = load i8, ptr %1071, align 1
  %1073 = sitofp i8 %1072 to float
  %1074 = fmul float %1012, %1073
  %1075 = fadd float %1070, %1074
  %1076 = fmul float %1037, 0x3F71CF06A0000000
  %1077 = fmul float %1056, 0x3FB0204080000000
  %1078 = fmul float %1075, 0x3FB0204080000000
  %1079 = fmul double %989, 8.000000e+00
  %1080 = fmul double %990, 8.000000e+00
  %1081 = tail call double @llvm.floor.f64(double %1079)
  %1082 = tail call double @llvm.floor.f64(double %1080)
  %1083 = fptosi double %1081 to i64
  %1084 = and i64 %1083, 255
  %1085 = fptosi double %1082 to i64
  %1086 = and i64 %1085, 255
  %1087 = add nsw i64 %1083, 1
  %1088 = and i64 %1087, 255
  %1089 = add nsw i64 %1085, 1
  %1090 = and i64 %1089, 255
  %1091 = fsub double %1079, %1081
  %1092 = fsub double %1080, %1082
  %1093 = fsub double 1.000000e+00, %1092
  %1094 = fsub double 1.000000e+00, %1091
  %1095 = fmul double %1093, %1094
  %1096 = fmul double %1093, %1091
  %1097 = fmul double %1092, %1094
  %1098 = fmul double %1092, %1091
  %1099 = fptrunc double %1095 to float
  %1100 = fptrunc double %1096 to float
  %1101 = fptrunc double %1097 to float
  %1102 = fptrunc double %1098 to float
  %1103 = mul i64 %1086, %1737
  %1104 = mul i64 %1084, %24
  %1105 = getelementptr i8, ptr %20, i64 %1103
  %1106 = getelementptr i8, ptr %1105, i64 %1104
  %1107 = load i8, ptr %1106, align 1
  %1108 = sitofp i8 %1107 to float
  %1109 = fmul float %1099, %1108
  %1110 = mul i64 %1088, %24
  %1111 = getelementptr i8, ptr %1105, i64 %1110
  %1112 = load i8, ptr %1111, align 1
  %1113 = sitofp i8 %1112 to float
  %1114 = fmul float %1100, %1113
  %1115 = fadd float %1109, %1114
  %1116 = mul i64 %1090, %1737
  %1117 = getelementptr i8, ptr %20, i64 %1116
  %1118 = getelementptr i8, ptr %1117, i64 %1104
  %1119 = load i8, ptr %1118, align 1
  %1120 = sitofp i8 %1119 to float
  %1121 = fmul float %1101, %1120
  %1122 = fadd float %1115, %1121
  %1123 = getelementptr i8, ptr %1117, i64 %1110
  %1124 = load i8, ptr %1123, align 1
  %1125 = sitofp i8 %1124 to float
  %1126 = fmul float %1102, %1125
  %1127 = fadd float %1122, %1126
  %1128 = getelementptr i8, ptr %1106, i64 1
  %1129 = load i8, ptr %1128, align 1
  %1130 = sitofp i8 %1129 to float
  %1131 = fmul float %1099, %1130
  %1132 = getelementptr i8, ptr %1111, i64 1
  %1133 = load i8, ptr %1132, align 1
  %1134 = sitofp i8 %1133 to float
  %1135 = fmul float %1100, %1134
  %1136 = fadd float %1131, %1135
  %1137 = getelementptr i8, ptr %1118, i64 1
  %1138 = load i8, ptr %1137, align 1
  %1139 = sitofp i8 %1138 to float
  %1140 = fmul float %1101, %1139
  %1141 = fadd float %1136, %1140
  %1142 = getelementptr i8, ptr %1123, i64 1
  %1143 = load i8, ptr %1142, align 1
  %1144 = sitofp i8 %1143 to float
  %1145 = fmul float %1102, %1144
  %1146 = fadd float %1141, %1145
  %1147 = getelementptr i8, ptr %1106, i64 2
  %1148 = load i8, ptr %1147, align 1
  %1149 = sitofp i8 %1148 to float
  %1150 = fmul float %1099, %1149
  %1151 = getelementptr i8, ptr %1111, i64 2
  %1152 = load i8, ptr %1151, align 1
  %1153 = sitofp i8 %1152 to float
  %1154 = fmul float %1100, %1153
  %1155 = fadd float %1150, %1154
  %1156 = getelementptr i8, ptr %1118, i64 2
  %1157 = load i8, ptr %1156, align 1
  %1158 = sitofp i8 %1157 to float
  %1159 = fmul float %1101, %1158
  %1160 = fadd float %1155, %1159
  %1161 = getelementptr i8, ptr %1123, i64 2
  %1162 = load i8, ptr %1161, align 1
  %1163 = sitofp i8 %1162 to float
  %1164 = fmul float %1102, %1163
  %1165 = fadd float %1160, %1164
  %1166 = fmul float %1127, 0x3F71CF06A0000000
  %1167 = fmul float %1146, 0x3FB0204080000000
  %1168 = fmul float %1165, 0x3FB0204080000000
  %1169 = fmul double %989, 1.250000e-01
  %1170 = fmul double %990, 1.250000e-01
  %1171 = tail call double @llvm.floor.f64(double %1169)
  %1172 = tail call double @llvm.floor.f64(double %1170)
  %1173 = fptosi double %1171 to i64
  %1174 = and i64 %1173, 255
  %1175 = fptosi double %1172 to i64
  %1176 = and i64 %1175, 255
  %1177 = add nsw i64 %1173, 1
  %1178 = and i64 %1177, 255
  %1179 = add nsw i64 %1175, 1
  %1180 = and i64 %1179, 255
  %1181 = fsub double %1169, %1171
  %1182 = fsub double %1170, %1172
  %1183 = fsub double 1.000000e+00, %1182
  %1184 = fsub double 1.000000e+00, %1181
  %1185 = fmul double %1183, %1184
  %1186 = fmul double %1183, %1181
  %1187 = fmul double %1182, %1184
  %1188 = fmul double %1182, %1181
  %1189 = fptrunc double %1185 to float
  %1190 = fptrunc double %1186 to float
  %1191 = fptrunc double %1187 to float
  %1192 = fptrunc double %1188 to float
  %1193 = mul i64 %1176, %1737
  %1194 = mul i64 %1174, %24
  %1195 = getelementptr i8, ptr %20, i64 %1193
  %1196 = getelementptr i8, ptr %1195, i64 %1194
  %1197 = load i8, ptr %1196, align 1
  %1198 = sitofp i8 %1197 to float
  %1199 = fmul float %1189, %1198
  %1200 = mul i64 %1178, %24
  %1201 = getelementptr i8, ptr %1195, i64 %1200
  %1202 = load i8, ptr %1201, align 1
  %1203 = sitofp i8 %1202 to float
  %1204 = fmul float %1190, %1203
  %1205 = fadd float %1199, %1204
  %1206 = mul i64 %1180, %1737
  %1207 = getelementptr i8, ptr %20, i64 %1206
  %1208 = getelementptr i8, ptr %1207, i64 %1194
  %1209 = load i8, ptr %1208, align 1
  %1210 = sitofp i8 %1209 to float
  %1211 = fmul float %1191, %1210
  %1212 = fadd float %1205, %1211
  %1213 = getelementptr i8, ptr %1207, i64 %1200
  %1214 = load i8, ptr %1213, align 1
  %1215 = sitofp i8 %1214 to float
  %1216 = fmul float %1192, %1215
  %1217 = fadd float %1212, %1216
  %1218 = getelementptr i8, ptr %1196, i64 1
  %1219 = load i8, ptr %1218, align 1
  %1220 = sitofp i8 %1219 to float
  %1221 = fmul float %1189, %1220
  %1222 = getelementptr i8, ptr %1201, i64 1
  %1223 = load i8, ptr %1222, align 1
  %1224 = sitofp i8 %1223 to float
  %1225 = fmul float %1190, %1224
  %1226 = fadd float %1221, %1225
  %1227 = getelementptr i8, ptr %1208, i64 1
  %1228 = load i8, ptr %1227, align 1
  %1229 = sitofp i8 %1228 to float
  %1230 = fmul float %1191, %1229
  %1231 = fadd float %1226, %1230
  %1232 = getelementptr i8, ptr %1213, i64 1
  %1233 = load i8, ptr %1232, align 1
  %1234 = sitofp i8 %1233 to float
  %1235 = fmul float %1192, %1234
  %1236 = fadd float %1231, %1235
  %1237 = getelementptr i8, ptr %1196, i64 2
  %1238 = load i8, ptr %1237, align 1
  %1239 = sitofp i8 %1238 to float
  %1240 = fmul float %1189, %1239
  %1241 = getelementptr i8, ptr %1201, i64 2
  %1242 = load i8, ptr %1241, align 1
  %1243 = sitofp i8 %1242 to float
  %1244 = fmul float %1190, %1243
  %1245 = fadd float %1240, %1244
  %1246 = getelementptr i8, ptr %1208, i64 2
  %1247 = load i8, ptr %1246, align 1
  %1248 = sitofp i8 %1247 to float
  %1249 = fmul float %1191, %1248
  %1250 = fadd float %1245, %1249
  %1251 = getelementptr i8, ptr %1213, i64 2
  %1252 = load i8, ptr %1251, align 1
  %1253 = sitofp i8 %1252 to float
  %1254 = fmul float %1192, %1253
  %1255 = fadd float %1250, %1254
  %1256 = fmul float %1217, 0x3F71CF06A0000000
  %1257 = fmul float %1236, 0x3FB0204080000000
  %1258 = fmul float %1255, 0x3FB0204080000000
  %1259 = fptrunc double %937 to float
  %1260 = fsub float 1.000000e+00, %1259
  %1261 = fmul float %1260, %1166
  %1262 = fmul float %1256, %1259
  %1263 = fadd float %1261, %1262
  %1264 = fmul float %1263, 0x3FE6666660000000
  %1265 = fadd float %1264, 0x3FDCCCCCC0000000
  %1266 = fadd float %1076, %1265
  %1267 = fmul float %1260, %1167
  %1268 = fmul float %1257, %1259
  %1269 = fadd float %1267, %1268
  %1270 = fadd float %1077, %1269
  %1271 = fmul float %1260, %1168
  %1272 = fmul float %1258, %1259
  %1273 = fadd float %1271, %1272
  %1274 = fadd float %1078, %1273
  %1275 = fcmp olt float %1266, 0.000000e+00
  %1276 = select i1 %1275, float 0.000000e+00, float %1266
  %1277 = fcmp ogt float %1276, 0x3FF3333340000000
  %1278 = select i1 %1277, float 0x3FF3333340000000, float %1276
  %1279 = add i64 %953, 1
  %1280 = add i64 %952, 1
  %1281 = getelementptr i8, ptr %971, i64 12
  %1282 = load float, ptr %1281, align 4
  %1283 = fmul float %1282, %964
  %1284 = mul i64 %1280, %32
  %1285 = getelementptr float, ptr %970, i64 %1284
  %1286 = getelementptr i8, ptr %1285, i64 12
  %1287 = load float, ptr %1286, align 4
  %1288 = fmul float %1287, %965
  %1289 = fadd float %1283, %1288
  %1290 = mul i64 %1279, %1736
  %1291 = getelementptr float, ptr %28, i64 %1290
  %1292 = getelementptr float, ptr %1291, i64 %969
  %1293 = getelementptr i8, ptr %1292, i64 12
  %1294 = load float, ptr %1293, align 4
  %1295 = fmul float %1294, %966
  %1296 = fadd float %1289, %1295
  %1297 = getelementptr float, ptr %1291, i64 %1284
  %1298 = getelementptr i8, ptr %1297, i64 12
  %1299 = load float, ptr %1298, align 4
  %1300 = fmul float %1299, %967
  %1301 = fadd float %1296, %1300
  %1302 = fmul float %1301, 0x4002666660000000
  %1303 = fadd float %1302, 0xBFE51EB860000000
  %1304 = fmul float %1278, 0x3FE19999A0000000
  %1305 = fadd float %1304, %1303
  %1306 = fcmp olt float %1305, 0.000000e+00
  %1307 = select i1 %1306, float 0.000000e+00, float %1305
  %1308 = fcmp ogt float %1307, 1.000000e+00
  %1309 = select i1 %1308, float 1.000000e+00, float %1307
  %1310 = fptrunc double %882 to float
  %1311 = fcmp olt float %1310, 0.000000e+00
  %1312 = select i1 %1311, float 0.000000e+00, float %1310
  %1313 = fcmp ogt float %1312, 1.000000e+00
  %1314 = select i1 %1313, float 1.000000e+00, float %1312
  %1315 = fmul float %1314, %1309
  %1316 = fadd float %1278, 0x3FD99999A0000000
  %1317 = fsub float 1.000000e+00, %1315
  %1318 = fmul float %1316, %1317
  %1319 = load float, ptr %971, align 4
  %1320 = fmul float %1319, %964
  %1321 = load float, ptr %1285, align 4
  %1322 = fmul float %1321, %965
  %1323 = fadd float %1320, %1322
  %1324 = load float, ptr %1292, align 4
  %1325 = fmul float %1324, %966
  %1326 = fadd float %1323, %1325
  %1327 = load float, ptr %1297, align 4
  %1328 = fmul float %1327, %967
  %1329 = fadd float %1326, %1328
  %1330 = fmul float %1329, %1318
  %1331 = fmul float %1315, 0x3FE8F5C280000000
  %1332 = fadd float %1331, %1330
  %1333 = getelementptr i8, ptr %971, i64 4
  %1334 = load float, ptr %1333, align 4
  %1335 = fmul float %1334, %964
  %1336 = getelementptr i8, ptr %1285, i64 4
  %1337 = load float, ptr %1336, align 4
  %1338 = fmul float %1337, %965
  %1339 = fadd float %1335, %1338
  %1340 = getelementptr i8, ptr %1292, i64 4
  %1341 = load float, ptr %1340, align 4
  %1342 = fmul float %1341, %966
  %1343 = fadd float %1339, %1342
  %1344 = getelementptr i8, ptr %1297, i64 4
  %1345 = load float, ptr %1344, align 4
  %1346 = fmul float %1345, %967
  %1347 = fadd float %1343, %1346
  %1348 = fmul float %1347, %1318
  %1349 = fmul float %1315, 0x3FEA3D70A0000000
  %1350 = fadd float %1349, %1348
  %1351 = getelementptr i8, ptr %971, i64 8
  %1352 = load float, ptr %1351, align 4
  %1353 = fmul float %1352, %964
  %1354 = getelementptr i8, ptr %1285, i64 8
  %1355 = load float, ptr %1354, align 4
  %1356 = fmul float %1355, %965
  %1357 = fadd float %1353, %1356
  %1358 = getelementptr i8, ptr %1292, i64 8
  %1359 = load float, ptr %1358, align 4
  %1360 = fmul float %1359, %966
  %1361 = fadd float %1357, %1360
  %1362 = getelementptr i8, ptr %1297, i64 8
  %1363 = load float, ptr %1362, align 4
  %1364 = fmul float %1363, %967
  %1365 = fadd float %1361, %1364
  %1366 = fmul float %1318, %1365
  %1367 = fmul float %1315, 0x3FEC28F5C0000000
  %1368 = fadd float %1367, %1366
  %1369 = fmul float %1315, 7.500000e-01
  %1370 = fsub float 1.000000e+00, %1369
  %1371 = fmul float %986, %1370
  %1372 = fmul float %1274, %1741
  %1373 = fmul float %1270, %1742
  %1374 = fsub float %1372, %1373
  %1375 = getelementptr i8, ptr %971, i64 16
  %1376 = load float, ptr %1375, align 4
  %1377 = fmul float %1376, %964
  %1378 = getelementptr i8, ptr %1285, i64 16
  %1379 = load float, ptr %1378, align 4
  %1380 = fmul float %1379, %965
  %1381 = fadd float %1377, %1380
  %1382 = getelementptr i8, ptr %1292, i64 16
  %1383 = load float, ptr %1382, align 4
  %1384 = fmul float %1383, %966
  %1385 = fadd float %1381, %1384
  %1386 = getelementptr i8, ptr %1297, i64 16
  %1387 = load float, ptr %1386, align 4
  %1388 = fmul float %1387, %967
  %1389 = fadd float %1385, %1388
  %1390 = fmul float %1374, %1371
  %1391 = fadd float %1390, 1.000000e+00
  %1392 = fcmp olt float %1391, 0x3FC3333340000000
  %1393 = select i1 %1392, float 0x3FC3333340000000, float %1391
  %1394 = fcmp ogt float %1393, 0x40019999A0000000
  %1395 = select i1 %1394, float 0x40019999A0000000, float %1393
  %1396 = fmul float %1389, %1395
  %1397 = fmul float %1278, 5.000000e-01
  %1398 = fadd float %1397, 0x3FE3333340000000
  %1399 = fmul float %1315, 0x3FC99999A0000000
  %1400 = fadd float %1398, %1399
  %1401 = getelementptr i8, ptr %971, i64 20
  %1402 = load float, ptr %1401, align 4
  %1403 = fmul float %1402, %964
  %1404 = getelementptr i8, ptr %1285, i64 20
  %1405 = load float, ptr %1404, align 4
  %1406 = fmul float %1405, %965
  %1407 = fadd float %1403, %1406
  %1408 = getelementptr i8, ptr %1292, i64 20
  %1409 = load float, ptr %1408, align 4
  %1410 = fmul float %1409, %966
  %1411 = fadd float %1407, %1410
  %1412 = getelementptr i8, ptr %1297, i64 20
  %1413 = load float, ptr %1412, align 4
  %1414 = fmul float %1413, %967
  %1415 = fadd float %1411, %1414
  %1416 = fmul float %1400, %1415
  %1417 = getelementptr i8, ptr %971, i64 24
  %1418 = load float, ptr %1417, align 4
  %1419 = fmul float %1418, %964
  %1420 = getelementptr i8, ptr %1285, i64 24
  %1421 = load float, ptr %1420, align 4
  %1422 = fmul float %1421, %965
  %1423 = fadd float %1419, %1422
  %1424 = getelementptr i8, ptr %1292, i64 24
  %1425 = load float, ptr %1424, align 4
  %1426 = fmul float %1425, %966
  %1427 = fadd float %1423, %1426
  %1428 = getelementptr i8, ptr %1297, i64 24
  %1429 = load float, ptr %1428, align 4
  %1430 = fmul float %1429, %967
  %1431 = fadd float %1427, %1430
  %1432 = fmul float %1400, %1431
  %1433 = fmul float %1396, %1745
  %1434 = fmul float %1416, %1746
  %1435 = fadd float %1433, %1434
  %1436 = load double, ptr %1744, align 8
  %1437 = fptrunc double %1436 to float
  %1438 = fmul float %1432, %1437
  %1439 = fadd float %1435, %1438
  %1440 = fmul float %1396, %1747
  %1441 = fmul float %1416, %1748
  %1442 = fadd float %1440, %1441
  %1443 = load double, ptr %1749, align 8
  %1444 = fptrunc double %1443 to float
  %1445 = fmul float %1432, %1444
  %1446 = fadd float %1442, %1445
  %1447 = fmul float %1396, %1750
  %1448 = fmul float %1416, %1751
  %1449 = fadd float %1447, %1448
  %1450 = load double, ptr %1752, align 8
  %1451 = fptrunc double %1450 to float
  %1452 = fmul float %1432, %1451
  %1453 = fadd float %1449, %1452
  %1454 = fmul float %1332, %1439
  %1455 = fmul float %1350, %1446
  %1456 = fmul float %1368, %1453
  %1457 = fmul double %850, %850
  %1458 = fadd double %380, %1457
  %1459 = tail call double @llvm.sqrt.f64(double %1458)
  %1460 = fmul double %1459, %880
  %1461 = fmul double %56, %1460
  br i1 %1753, label %2115, label %2037
1462:
  %1463 = phi i64 [ %828, %906 ], [ %828, %2037 ], [ %826, %865 ]
  %1464 = phi double [ %880, %906 ], [ %880, %2037 ], [ %825, %865 ]
  %1465 = phi double [ %916, %906 ], [ %2114, %2037 ], [ %824, %865 ]
  %1466 = phi double [ %923, %906 ], [ %2105, %2037 ], [ %823, %865 ]
  %1467 = phi double [ %930, %906 ], [ %2094, %2037 ], [ %822, %865 ]
  %1468 = select i1 %840, i64 %120, i64 0
  %1469 = add i64 %1468, %828
  %1470 = mul i64 %1469, %122
  %1471 = getelementptr double, ptr %118, i64 %1470
  %1472 = load double, ptr %1471, align 8
  %1473 = fmul double %837, %1465
  %1474 = fadd double %1473, %1472
  store double %1474, ptr %1471, align 8
  %1475 = getelementptr i8, ptr %1471, i64 8
  %1476 = load double, ptr %1475, align 8
  %1477 = fmul double %837, %1466
  %1478 = fadd double %1477, %1476
  store double %1478, ptr %1475, align 8
  %1479 = getelementptr i8, ptr %1471, i64 16
  %1480 = load double, ptr %1479, align 8
  %1481 = fmul double %837, %1467
  %1482 = fadd double %1481, %1480
  store double %1482, ptr %1479, align 8
  %1483 = select i1 %840, i64 %130, i64 0
  %1484 = getelementptr double, ptr %128, i64 %828
  %1485 = getelementptr double, ptr %1484, i64 %1483
  %1486 = load double, ptr %1485, align 8
  %1487 = fadd double %837, %1486
  store double %1487, ptr %1485, align 8
  br label %1488
1488:
  %1489 = phi i64 [ %826, %856 ], [ %1463, %1462 ]
  %1490 = phi double [ %825, %856 ], [ %1464, %1462 ]
  %1491 = phi double [ %824, %856 ], [ %1465, %1462 ]
  %1492 = phi double [ %823, %856 ], [ %1466, %1462 ]
  %1493 = phi double [ %822, %856 ], [ %1467, %1462 ]
  %1494 = phi double [ %864, %856 ], [ %880, %1462 ]
  store double %1494, ptr %389, align 8
  %1495 = select i1 %840, i64 %14, i64 0
  %1496 = getelementptr float, ptr %390, i64 %828
  %1497 = getelementptr float, ptr %1496, i64 %1495
  %1498 = load float, ptr %1497, align 4
  %1499 = fcmp ogt float %1498, 1.000000e+08
  br i1 %1499, label %1500, label %1700
1500:
  %1501 = load double, ptr %853, align 8
  %1502 = fcmp ogt double %1501, 4.000000e-01
  br i1 %1502, label %1503, label %1700
1503:
  %1504 = fptrunc double %1494 to float
  store float %1504, ptr %1497, align 4
  br label %1700
1505:
  %1506 = icmp slt i64 %780, %1708
  %1507 = fcmp olt double %1698, %1946
  %1508 = select i1 %1506, i1 %1507, i1 false
  %1509 = fmul double %785, %1698
  %1510 = fcmp ogt double %1733, %1509
  %1511 = select i1 %1508, i1 %1510, i1 false
  br i1 %1511, label %480, label %1512
1512:
  %1513 = phi i64 [ %481, %515 ], [ %481, %493 ], [ %481, %523 ], [ %481, %511 ], [ %776, %1505 ]
  %1514 = phi double [ %489, %515 ], [ %489, %493 ], [ %489, %523 ], [ %489, %511 ], [ %1992, %1505 ]
  %1515 = fcmp olt double %1514, 0.000000e+00
  br i1 %1515, label %1560, label %1516
1516:
  %1517 = fdiv double %1780, %1514
  %1518 = fsub double %98, %1517
  %1519 = tail call double @llvm.ceil.f64(double %1518)
  %1520 = fptosi double %1519 to i64
  %1521 = tail call i64 @llvm.smax.i64(i64 %1520, i64 0)
  %1522 = icmp slt i64 %1521, %1781
  br i1 %1522, label %1523, label %1560
1523:
  %1524 = icmp slt i64 %1521, %120
  br i1 %1524, label %1525, label %1536
1525:
  %1526 = sub nsw i64 %120, %1521
  br label %1527
1527:
  %1528 = phi i64 [ 0, %1525 ], [ %1534, %1533 ]
  br i1 %1717, label %1529, label %1533
1529:
  %1530 = add i64 %1528, %1521
  %1531 = mul i64 %1530, %1807
  %1532 = getelementptr i8, ptr %118, i64 %1531
  tail call void @llvm.memset.p0.i64(ptr align 8 %1532, i8 0, i64 %1807, i1 false)
  br label %1533
1533:
  %1534 = add nuw i64 %1528, 1
  %1535 = icmp eq i64 %1534, %1526
  br i1 %1535, label %1536, label %1527
1536:
  %1537 = icmp slt i64 %1521, %126
  br i1 %1537, label %1538, label %1542
1538:
  %1539 = shl i64 %1521, 3
  %1540 = getelementptr i8, ptr %124, i64 %1539
  %1541 = sub i64 %1808, %1539
  tail call void @llvm.memset.p0.i64(ptr align 8 %1540, i8 0, i64 %1541, i1 false)
  br label %1542
1542:
  %1543 = icmp slt i64 %1521, %130
  br i1 %1543, label %1544, label %1548
1544:
  %1545 = shl i64 %1521, 3
  %1546 = getelementptr i8, ptr %128, i64 %1545
  %1547 = sub i64 %1809, %1545
  tail call void @llvm.memset.p0.i64(ptr align 8 %1546, i8 0, i64 %1547, i1 false)
  br label %1548
1548:
  %1549 = icmp slt i64 %1521, %14
  br i1 %1549, label %1550, label %1555
1550:
  %1551 = phi i64 [ %1553, %1550 ], [ %1521, %1548 ]
  %1552 = getelementptr float, ptr %390, i64 %1551
  store float 1.000000e+09, ptr %1552, align 4
  %1553 = add nuw nsw i64 %1551, 1
  %1554 = icmp eq i64 %1553, %14
  br i1 %1554, label %1555, label %1550
1555:
  %1556 = icmp slt i64 %1521, %156
  br i1 %1556, label %1557, label %2120
1557:
  %1558 = getelementptr i8, ptr %366, i64 %1521
  %1559 = sub nsw i64 %156, %1521
  tail call void @llvm.memset.p0.i64(ptr align 1 %1558, i8 0, i64 %1559, i1 false)
  br label %2120
1560:
  br i1 %1782, label %1566, label %1561
1561:
  %1562 = mul i64 %231, %1723
  %1563 = getelementptr float, ptr %2, i64 %1562
  br label %2125
1564:
  %1565 = icmp eq i64 %6, %2127
  br i1 %1565, label %1566, label %2125
1566:
  br i1 %162, label %1567, label %1690
1567:
  %1568 = select i1 %232, i1 true, i1 %1782
  br i1 %1568, label %1577, label %2150
1569:
  %1570 = fcmp olt double %2154, 1.000000e-03
  %1571 = getelementptr double, ptr %124, i64 %2151
  %1572 = load double, ptr %1571, align 8
  %1573 = fcmp ogt double %1572, 0x3FEFF7CED916872B
  %1574 = select i1 %1570, i1 %1573, i1 false
  br i1 %1574, label %1685, label %1575
1575:
  %1576 = fcmp olt double %1572, 1.000000e-03
  br i1 %1576, label %1685, label %1688
1577:
  %1578 = fmul double %34, %238
  %1579 = fadd double %1783, %1578
  %1580 = fmul double %38, %240
  %1581 = fadd double %1580, %1579
  %1582 = fmul double %243, 0x3FEFAE147AE147AE
  %1583 = fcmp ogt double %1581, %1582
  %1584 = select i1 %1583, i1 true, i1 %1784
  %1585 = and i1 %1811, %1584
  br i1 %1585, label %1586, label %1690
1586:
  %1587 = fmul double %1709, %235
  %1588 = fadd double %110, %1587
  %1589 = fadd double %1588, -5.000000e-01
  %1590 = fcmp olt double %1589, 0.000000e+00
  %1591 = select i1 %1590, double 0.000000e+00, double %1589
  %1592 = fcmp olt double %1791, %1591
  %1593 = select i1 %1592, double %1791, double %1591
  %1594 = fptosi double %1593 to i64
  %1595 = tail call double @llvm.floor.f64(double %1593)
  %1596 = fsub double %1593, %1595
  %1597 = fsub double 1.000000e+00, %1596
  %1598 = add i64 %1594, 1
  %1599 = mul i64 %106, %1594
  %1600 = mul i64 %1598, %106
  %1601 = fmul double %238, %238
  %1602 = fmul double %240, %240
  %1603 = fadd double %1601, %1602
  %1604 = mul i64 %231, %1723
  %1605 = getelementptr float, ptr %2, i64 %1604
  br label %1606
1606:
  %1607 = phi i64 [ 0, %1586 ], [ %1608, %1683 ]
  %1608 = add nuw nsw i64 %1607, 1
  %1609 = getelementptr double, ptr %124, i64 %1607
  %1610 = load double, ptr %1609, align 8
  %1611 = fsub double 1.000000e+00, %1610
  %1612 = uitofp i64 %1607 to double
  %1613 = fsub double %98, %1612
  %1614 = fadd double %1613, -5.000000e-01
  %1615 = fmul double %1710, %1614
  %1616 = fcmp ogt double %1611, 1.000000e-04
  %1617 = fcmp ogt double %1615, -1.000000e-02
  %1618 = select i1 %1616, i1 %1617, i1 false
  br i1 %1618, label %1619, label %1683
1619:
  %1620 = fmul double %36, %1615
  %1621 = fadd double %1578, %1620
  %1622 = fadd double %1580, %1621
  %1623 = fcmp ogt double %1622, %1582
  %1624 = select i1 %1623, i1 true, i1 %1784
  br i1 %1624, label %1625, label %1683
1625:
  %1626 = fmul double %1709, %1614
  %1627 = fsub double %112, %1626
  %1628 = fadd double %1627, -5.000000e-01
  %1629 = fcmp olt double %1628, 0.000000e+00
  %1630 = select i1 %1629, double 0.000000e+00, double %1628
  %1631 = fcmp olt double %1789, %1630
  %1632 = select i1 %1631, double %1789, double %1630
  %1633 = fptosi double %1632 to i64
  %1634 = tail call double @llvm.floor.f64(double %1632)
  %1635 = fsub double %1632, %1634
  %1636 = fmul double %1596, %1635
  %1637 = fptrunc double %1636 to float
  %1638 = fmul double %1597, %1635
  %1639 = fptrunc double %1638 to float
  %1640 = fsub double 1.000000e+00, %1635
  %1641 = fmul double %1596, %1640
  %1642 = fptrunc double %1641 to float
  %1643 = fmul double %1597, %1640
  %1644 = fptrunc double %1643 to float
  %1645 = add i64 %1633, 1
  %1646 = mul i64 %1792, %1633
  %1647 = getelementptr float, ptr %100, i64 %1646
  %1648 = getelementptr float, ptr %1647, i64 %1599
  %1649 = getelementptr i8, ptr %1648, i64 12
  %1650 = load float, ptr %1649, align 4
  %1651 = fmul float %1650, %1644
  %1652 = getelementptr float, ptr %1647, i64 %1600
  %1653 = getelementptr i8, ptr %1652, i64 12
  %1654 = load float, ptr %1653, align 4
  %1655 = fmul float %1654, %1642
  %1656 = fadd float %1651, %1655
  %1657 = mul i64 %1645, %1792
  %1658 = getelementptr float, ptr %100, i64 %1657
  %1659 = getelementptr float, ptr %1658, i64 %1599
  %1660 = getelementptr i8, ptr %1659, i64 12
  %1661 = load float, ptr %1660, align 4
  %1662 = fmul float %1661, %1639
  %1663 = fadd float %1656, %1662
  %1664 = getelementptr float, ptr %1658, i64 %1600
  %1665 = getelementptr i8, ptr %1664, i64 12
  %1666 = load float, ptr %1665, align 4
  %1667 = fmul float %1666, %1637
  %1668 = fadd float %1663, %1667
  %1669 = fmul double %1615, %1615
  %1670 = fadd double %1603, %1669
  %1671 = tail call double @llvm.sqrt.f64(double %1670)
  %1672 = fdiv double 1.000000e+00, %1671
  %1673 = fmul double %238, %1672
  %1674 = fmul double %1615, %1672
  %1675 = fmul double %240, %1672
  %1676 = fmul double %34, %1673
  %1677 = fmul double %36, %1674
  %1678 = fadd double %1676, %1677
  %1679 = fmul double %38, %1675
  %1680 = fadd double %1679, %1678
  %1681 = fcmp ogt double %1680, 0x3FEFEF9DB22D0E56
  %1682 = select i1 %1793, i1 %1681, i1 false
  br i1 %1682, label %2156, label %2298
1683:
  %1684 = icmp eq i64 %1787, %1608
  br i1 %1684, label %1690, label %1606
1685:
  %1686 = phi i8 [ 3, %1569 ], [ 2, %2150 ], [ 1, %1575 ]
  %1687 = getelementptr i8, ptr %366, i64 %2151
  store i8 %1686, ptr %1687, align 1
  br label %1688
1688:
  %1689 = icmp eq i64 %6, %2152
  br i1 %1689, label %1577, label %2150
1690:
  %1691 = icmp eq i64 %1814, %4
  br i1 %1691, label %2604, label %1812
1692:
  %1693 = phi i64 [ %1961, %1953 ], [ %1961, %805 ], [ %1701, %1700 ]
  %1694 = phi double [ %1960, %1953 ], [ %1960, %805 ], [ %1702, %1700 ]
  %1695 = phi double [ %1959, %1953 ], [ %1959, %805 ], [ %1703, %1700 ]
  %1696 = phi double [ %1958, %1953 ], [ %1958, %805 ], [ %1704, %1700 ]
  %1697 = phi double [ %1957, %1953 ], [ %1957, %805 ], [ %1705, %1700 ]
  %1698 = phi double [ %1954, %1953 ], [ %1994, %805 ], [ %1994, %1700 ]
  %1699 = icmp sgt i64 %1963, 1
  br i1 %1699, label %1953, label %1505
1700:
  %1701 = phi i64 [ %826, %839 ], [ %826, %821 ], [ %1489, %1503 ], [ %1489, %1500 ], [ %1489, %1488 ]
  %1702 = phi double [ %825, %839 ], [ %825, %821 ], [ %1490, %1503 ], [ %1490, %1500 ], [ %1490, %1488 ]
  %1703 = phi double [ %824, %839 ], [ %824, %821 ], [ %1491, %1503 ], [ %1491, %1500 ], [ %1491, %1488 ]
  %1704 = phi double [ %823, %839 ], [ %823, %821 ], [ %1492, %1503 ], [ %1492, %1500 ], [ %1492, %1488 ]
  %1705 = phi double [ %822, %839 ], [ %822, %821 ], [ %1493, %1503 ], [ %1493, %1500 ], [ %1493, %1488 ]
  %1706 = icmp ugt i64 %827, 1
  br i1 %1706, label %821, label %1692
1707:
  %1708 = add nsw i64 %144, -1
  %1709 = fdiv double %108, %94
  %1710 = fdiv double 1.000000e+00, %94
  %1711 = icmp sgt i64 %4, 699
  %1712 = add nsw i64 %4, 1
  %1713 = ashr i64 %1712, 1
  %1714 = icmp slt i64 %4, 1
  br i1 %1714, label %2604, label %1715
1715:
  %1716 = icmp slt i64 %120, 1
  %1717 = icmp sgt i64 %122, 0
  %1718 = icmp slt i64 %126, 1
  %1719 = icmp slt i64 %130, 1
  %1720 = icmp slt i64 %14, 1
  %1721 = icmp slt i64 %156, 1
  %1722 = icmp sgt i64 %6, 0
  %1723 = mul i64 %8, %6
  %1724 = sitofp i64 %78 to double
  %1725 = fadd double %1724, -1.001000e+00
  %1726 = sitofp i64 %80 to double
  %1727 = fadd double %1726, -1.001000e+00
  %1728 = uitofp i64 %4 to double
  %1729 = mul i64 %82, %80
  %1730 = fcmp olt double %167, 0.000000e+00
  %1731 = select i1 %1730, double 0.000000e+00, double %167
  %1732 = select i1 %162, double %167, double %1731
  %1733 = fsub double %26, %164
  %1734 = add nsw i64 %6, -1
  %1735 = select i1 %1722, i64 0, i64 %156
  %1736 = mul i64 %32, %30
  %1737 = mul i64 %24, %22
  %1738 = fmul double %36, 8.000000e-01
  %1739 = fmul double %42, 5.000000e-01
  %1740 = fadd double %1738, %1739
  %1741 = fptrunc double %1740 to float
  %1742 = fptrunc double %40 to float
  %1743 = shl i64 %60, 4
  %1744 = getelementptr i8, ptr %58, i64 %1743
  %1745 = fptrunc double %44 to float
  %1746 = fptrunc double %50 to float
  %1747 = fptrunc double %46 to float
  %1748 = fptrunc double %52 to float
  %1749 = getelementptr i8, ptr %1744, i64 8
  %1750 = fptrunc double %48 to float
  %1751 = fptrunc double %54 to float
  %1752 = getelementptr i8, ptr %1744, i64 16
  %1753 = fcmp ogt double %72, 0.000000e+00
  %1754 = fcmp olt double %86, 0.000000e+00
  %1755 = select i1 %1754, double -0.000000e+00, double %163
  %1756 = fdiv double %1755, %74
  %1757 = fptrunc double %1756 to float
  %1758 = fmul float %1757, 0x3FF7154760000000
  %1759 = fcmp olt float %1758, -1.260000e+02
  %1760 = select i1 %1759, float -1.260000e+02, float %1758
  %1761 = fcmp ogt float %1760, 1.260000e+02
  %1762 = select i1 %1761, float 1.260000e+02, float %1760
  %1763 = fadd float %1762, 5.000000e-01
  %1764 = tail call float @llvm.floor.f32(float %1763)
  %1765 = fsub float %1762, %1764
  %1766 = fmul float %1765, 0x3F83C6E5C0000000
  %1767 = fadd float %1766, 0x3FAC96D5E0000000
  %1768 = fmul float %1765, %1767
  %1769 = fadd float %1768, 0x3FCEBFB3E0000000
  %1770 = fmul float %1765, %1769
  %1771 = fadd float %1770, 0x3FE62E2D20000000
  %1772 = fmul float %1765, %1771
  %1773 = fadd float %1772, 1.000000e+00
  %1774 = fptosi float %1764 to i32
  %1775 = shl i32 %1774, 23
  %1776 = add i32 %1775, 1065353216
  %1777 = bitcast i32 %1776 to float
  %1778 = fmul float %1773, %1777
  %1779 = fpext float %1778 to double
  %1780 = fmul double %86, %94
  %1781 = fptosi double %98 to i64
  %1782 = icmp slt i64 %6, 1
  %1783 = fmul double %36, %168
  %1784 = fcmp ogt double %64, 0.000000e+00
  %1785 = add nsw i64 %1781, 10
  %1786 = tail call i64 @llvm.smin.i64(i64 %6, i64 %1785)
  %1787 = freeze i64 %1786
  %1788 = sitofp i64 %102 to double
  %1789 = fadd double %1788, -1.001000e+00
  %1790 = sitofp i64 %104 to double
  %1791 = fadd double %1790, -1.001000e+00
  %1792 = mul i64 %106, %104
  %1793 = fcmp ogt double %66, 0.000000e+00
  %1794 = fmul double %68, 1.350000e-02
  %1795 = fadd double %1794, 1.200000e-02
  %1796 = fcmp olt double %70, 1.200000e-03
  %1797 = select i1 %1796, double 1.200000e-03, double %70
  %1798 = fcmp ogt double %68, 5.000000e-01
  %1799 = mul i64 %60, 56
  %1800 = getelementptr i8, ptr %58, i64 %1799
  %1801 = getelementptr i8, ptr %1800, i64 8
  %1802 = getelementptr i8, ptr %1800, i64 16
  %1803 = fmul double %70, 6.200000e-01
  %1804 = fcmp ogt double %1803, 6.000000e-04
  %1805 = select i1 %1804, double %1803, double 6.000000e-04
  %1806 = fdiv double 6.000000e-04, %1805
  %1807 = shl i64 %122, 3
  %1808 = shl i64 %126, 3
  %1809 = shl i64 %130, 3
  %1810 = add i64 %144, -2
  %1811 = icmp sgt i64 %1787, 0
  br label %1812
1812:
  %1813 = phi i64 [ 0, %1715 ], [ %1814, %1690 ]
  %1814 = add nuw nsw i64 %1813, 1
  br i1 %1711, label %221, label %230
1815:
  %1816 = phi i64 [ %1821, %1820 ], [ 0, %230 ]
  br i1 %1717, label %1817, label %1820
1817:
  %1818 = mul i64 %1816, %1807
  %1819 = getelementptr i8, ptr %118, i64 %1818
  tail call void @llvm.memset.p0.i64(ptr align 8 %1819, i8 0, i64 %1807, i1 false)
  br label %1820
1820:
  %1821 = add nuw nsw i64 %1816, 1
  %1822 = icmp eq i64 %1821, %120
  br i1 %1822, label %1823, label %1815
1823:
  br i1 %1718, label %1825, label %1824
1824:
  tail call void @llvm.memset.p0.i64(ptr align 8 %124, i8 0, i64 %1808, i1 false)
  br label %1825
1825:
  br i1 %1719, label %1827, label %1826
1826:
  tail call void @llvm.memset.p0.i64(ptr align 8 %128, i8 0, i64 %1809, i1 false)
  br label %1827
1827:
  %1828 = mul i64 %231, %14
  br i1 %1720, label %1831, label %1829
1829:
  %1830 = getelementptr float, ptr %10, i64 %1828
  br label %1833
1831:
  %1832 = mul i64 %231, %156
  br i1 %1721, label %1840, label %1838
1833:
  %1834 = phi i64 [ 0, %1829 ], [ %1836, %1833 ]
  %1835 = getelementptr float, ptr %1830, i64 %1834
  store float 1.000000e+09, ptr %1835, align 4
  %1836 = add nuw nsw i64 %1834, 1
  %1837 = icmp eq i64 %1836, %14
  br i1 %1837, label %1831, label %1833
1838:
  %1839 = getelementptr i8, ptr %152, i64 %1832
  tail call void @llvm.memset.p0.i64(ptr align 1 %1839, i8 0, i64 %156, i1 false)
  br label %1840
1840:
  %1841 = select i1 %232, i1 %162, i1 false
  %1842 = select i1 %1841, i64 3, i64 32
  %1843 = select i1 %1841, i1 %1722, i1 false
  br i1 %1843, label %244, label %327
1844:
  %1845 = phi i64 [ 0, %327 ], [ %1846, %1844 ]
  %1846 = add nuw nsw i64 %1845, 1
  %1847 = uitofp i64 %1845 to double
  %1848 = fmul double %1847, 2.000000e+00
  %1849 = fdiv double %1848, 2.300000e+01
  %1850 = fsub double 1.000000e+00, %1849
  %1851 = fmul double %1850, 9.000000e-01
  %1852 = fdiv double %1851, 9.000000e-01
  %1853 = fsub double 1.000000e+00, %1852
  %1854 = fmul double %1853, 5.000000e-01
  %1855 = fcmp olt double %1854, 0.000000e+00
  %1856 = select i1 %1855, double 0.000000e+00, double %1854
  %1857 = fcmp ogt double %1856, 1.000000e+00
  %1858 = select i1 %1857, double 1.000000e+00, double %1856
  %1859 = fmul double %1858, 2.299900e+01
  %1860 = fcmp olt double %1859, 0.000000e+00
  %1861 = select i1 %1860, double 0.000000e+00, double %1859
  %1862 = fcmp olt double %1725, %1861
  %1863 = select i1 %1862, double %1725, double %1861
  %1864 = fptosi double %1863 to i64
  %1865 = sitofp i64 %1864 to double
  %1866 = fsub double %1863, %1865
  %1867 = fsub double 1.000000e+00, %1866
  %1868 = fmul double %341, %1867
  %1869 = icmp slt i64 %1864, 0
  %1870 = select i1 %1869, i64 %78, i64 0
  %1871 = add i64 %1870, %1864
  %1872 = mul i64 %1871, %1729
  %1873 = getelementptr float, ptr %76, i64 %1872
  %1874 = getelementptr float, ptr %1873, i64 %346
  %1875 = load float, ptr %1874, align 4
  %1876 = fpext float %1875 to double
  %1877 = fmul double %1868, %1876
  %1878 = fmul double %340, %1867
  %1879 = getelementptr float, ptr %1873, i64 %352
  %1880 = load float, ptr %1879, align 4
  %1881 = fpext float %1880 to double
  %1882 = fmul double %1878, %1881
  %1883 = fadd double %1877, %1882
  %1884 = fmul double %341, %1866
  %1885 = add nsw i64 %1864, 1
  %1886 = icmp slt i64 %1864, -1
  %1887 = select i1 %1886, i64 %78, i64 0
  %1888 = add i64 %1885, %1887
  %1889 = mul i64 %1888, %1729
  %1890 = getelementptr float, ptr %76, i64 %1889
  %1891 = getelementptr float, ptr %1890, i64 %346
  %1892 = load float, ptr %1891, align 4
  %1893 = fpext float %1892 to double
  %1894 = fmul double %1884, %1893
  %1895 = fmul double %340, %1866
  %1896 = getelementptr float, ptr %1890, i64 %352
  %1897 = load float, ptr %1896, align 4
  %1898 = fpext float %1897 to double
  %1899 = fmul double %1895, %1898
  %1900 = fadd double %1894, %1899
  %1901 = fadd double %1900, %1883
  %1902 = getelementptr float, ptr %1873, i64 %353
  %1903 = load float, ptr %1902, align 4
  %1904 = fpext float %1903 to double
  %1905 = fmul double %1868, %1904
  %1906 = getelementptr float, ptr %1873, i64 %354
  %1907 = load float, ptr %1906, align 4
  %1908 = fpext float %1907 to double
  %1909 = fmul double %1878, %1908
  %1910 = fadd double %1905, %1909
  %1911 = getelementptr float, ptr %1890, i64 %353
  %1912 = load float, ptr %1911, align 4
  %1913 = fpext float %1912 to double
  %1914 = fmul double %1884, %1913
  %1915 = getelementptr float, ptr %1890, i64 %354
  %1916 = load float, ptr %1915, align 4
  %1917 = fpext float %1916 to double
  %1918 = fmul double %1895, %1917
  %1919 = fadd double %1914, %1918
  %1920 = fadd double %1919, %1910
  %1921 = getelementptr float, ptr %1873, i64 %345
  %1922 = load float, ptr %1921, align 4
  %1923 = fpext float %1922 to double
  %1924 = fmul double %1868, %1923
  %1925 = getelementptr float, ptr %1873, i64 %351
  %1926 = load float, ptr %1925, align 4
  %1927 = fpext float %1926 to double
  %1928 = fmul double %1878, %1927
  %1929 = fadd double %1924, %1928
  %1930 = getelementptr float, ptr %1890, i64 %345
  %1931 = load float, ptr %1930, align 4
  %1932 = fpext float %1931 to double
  %1933 = fmul double %1884, %1932
  %1934 = getelementptr float, ptr %1890, i64 %351
  %1935 = load float, ptr %1934, align 4
  %1936 = fpext float %1935 to double
  %1937 = fmul double %1895, %1936
  %1938 = fadd double %1933, %1937
  %1939 = fadd double %1938, %1929
  %1940 = mul i64 %1845, %136
  %1941 = getelementptr double, ptr %132, i64 %1940
  store double %1939, ptr %1941, align 8
  %1942 = getelementptr i8, ptr %1941, i64 8
  store double %1920, ptr %1942, align 8
  %1943 = getelementptr i8, ptr %1941, i64 16
  store double %1901, ptr %1943, align 8
  %1944 = icmp eq i64 %1846, 24
  br i1 %1944, label %355, label %1844
1945:
  %1946 = phi double [ %168, %355 ], [ %2123, %2120 ]
  %1947 = phi double [ 6.000000e+00, %355 ], [ %1514, %2120 ]
  %1948 = phi i64 [ 0, %355 ], [ %1513, %2120 ]
  %1949 = phi i64 [ 3, %355 ], [ %1950, %2120 ]
  %1950 = add nsw i64 %1949, -1
  %1951 = load double, ptr %142, align 8
  %1952 = fcmp olt double %1951, %1947
  br i1 %1952, label %391, label %397
1953:
  %1954 = phi double [ %651, %775 ], [ %1698, %1692 ]
  %1955 = phi i1 [ %490, %775 ], [ %1986, %1692 ]
  %1956 = phi double [ %489, %775 ], [ %1992, %1692 ]
  %1957 = phi double [ %486, %775 ], [ %1697, %1692 ]
  %1958 = phi double [ %485, %775 ], [ %1696, %1692 ]
  %1959 = phi double [ %484, %775 ], [ %1695, %1692 ]
  %1960 = phi double [ %483, %775 ], [ %1694, %1692 ]
  %1961 = phi i64 [ %482, %775 ], [ %1693, %1692 ]
  %1962 = phi i64 [ 0, %775 ], [ %1965, %1692 ]
  %1963 = phi i64 [ %794, %775 ], [ %1964, %1692 ]
  %1964 = add nsw i64 %1963, -1
  %1965 = add nuw nsw i64 %1962, 1
  %1966 = icmp eq i64 %1962, 0
  %1967 = select i1 %1966, double 0.000000e+00, double %797
  %1968 = and i1 %793, %1966
  %1969 = select i1 %1968, double %797, double 1.000000e+00
  %1970 = fmul double %790, %1967
  %1971 = fadd double %778, %1970
  %1972 = fmul double %790, %1969
  %1973 = fadd double %778, %1972
  %1974 = fmul double %798, %1967
  %1975 = fadd double %779, %1974
  %1976 = fcmp olt double %1975, 0.000000e+00
  %1977 = select i1 %1976, double 0.000000e+00, double %1975
  %1978 = fmul double %798, %1969
  %1979 = fadd double %779, %1978
  %1980 = fcmp olt double %1979, 0.000000e+00
  %1981 = select i1 %1980, double 0.000000e+00, double %1979
  %1982 = fadd double %1967, %1969
  %1983 = fmul double %1982, 5.000000e-01
  %1984 = fmul double %798, %1983
  %1985 = fadd double %779, %1984
  %1986 = fcmp uge double %1985, 0.000000e+00
  %1987 = select i1 %162, i1 true, i1 %1986
  %1988 = xor i1 %1987, true
  %1989 = select i1 %1988, i1 %1955, i1 false
  %1990 = fcmp olt double %1956, 0.000000e+00
  %1991 = select i1 %1989, i1 %1990, i1 false
  %1992 = select i1 %1991, double %1971, double %1956
  %1993 = fsub double %1981, %164
  %1994 = fdiv double %1993, %1973
  %1995 = fcmp ugt double %1994, %1954
  %1996 = select i1 %1995, i1 %1987, i1 false
  br i1 %1996, label %805, label %1692
1997:
  %1998 = sub nsw i64 0, %819
  %1999 = fsub double %1981, %1977
  %2000 = fsub double %1973, %1971
  br label %821
2001:
  %2002 = fcmp olt double %882, 0.000000e+00
  %2003 = fneg double %882
  %2004 = select i1 %2002, double -0.000000e+00, double %2003
  %2005 = fdiv double %2004, %74
  %2006 = fptrunc double %2005 to float
  %2007 = fmul float %2006, 0x3FF7154760000000
  %2008 = fcmp olt float %2007, -1.260000e+02
  %2009 = select i1 %2008, float -1.260000e+02, float %2007
  %2010 = fcmp ogt float %2009, 1.260000e+02
  %2011 = select i1 %2010, float 1.260000e+02, float %2009
  %2012 = fadd float %2011, 5.000000e-01
  %2013 = tail call float @llvm.floor.f32(float %2012)
  %2014 = fsub float %2011, %2013
  %2015 = fmul float %2014, 0x3F83C6E5C0000000
  %2016 = fadd float %2015, 0x3FAC96D5E0000000
  %2017 = fmul float %2014, %2016
  %2018 = fadd float %2017, 0x3FCEBFB3E0000000
  %2019 = fmul float %2014, %2018
  %2020 = fadd float %2019, 0x3FE62E2D20000000
  %2021 = fmul float %2014, %2020
  %2022 = fadd float %2021, 1.000000e+00
  %2023 = fptosi float %2013 to i32
  %2024 = shl i32 %2023, 23
  %2025 = add i32 %2024, 1065353216
  %2026 = bitcast i32 %2025 to float
  %2027 = fmul float %2022, %2026
  %2028 = fpext float %2027 to double
  %2029 = fsub double %1779, %2028
  %2030 = fdiv double %2029, %2117
  br label %2031
2031:
  %2032 = phi double [ %2030, %2001 ], [ %1779, %2115 ]
  %2033 = fmul double %72, %1460
  %2034 = tail call double @llvm.fabs.f64(double %2032)
  %2035 = fmul double %2033, %2034
  %2036 = fadd double %1461, %2035
  br label %2037
2037:
  %2038 = phi double [ %2036, %2031 ], [ %1461, %931 ]
  %2039 = fptrunc double %2038 to float
  %2040 = fmul float %2039, 0xBFF7154760000000
  %2041 = fcmp olt float %2040, -1.260000e+02
  %2042 = select i1 %2041, float -1.260000e+02, float %2040
  %2043 = fcmp ogt float %2042, 1.260000e+02
  %2044 = select i1 %2043, float 1.260000e+02, float %2042
  %2045 = fadd float %2044, 5.000000e-01
  %2046 = tail call float @llvm.floor.f32(float %2045)
  %2047 = fsub float %2044, %2046
  %2048 = fmul float %2047, 0x3F83C6E5C0000000
  %2049 = fadd float %2048, 0x3FAC96D5E0000000
  %2050 = fmul float %2047, %2049
  %2051 = fadd float %2050, 0x3FCEBFB3E0000000
  %2052 = fmul float %2047, %2051
  %2053 = fadd float %2052, 0x3FE62E2D20000000
  %2054 = fmul float %2047, %2053
  %2055 = fadd float %2054, 1.000000e+00
  %2056 = fptosi float %2046 to i32
  %2057 = shl i32 %2056, 23
  %2058 = add i32 %2057, 1065353216
  %2059 = bitcast i32 %2058 to float
  %2060 = fmul float %2055, %2059
  %2061 = fpext float %2060 to double
  %2062 = fdiv double %850, 9.000000e-01
  %2063 = fsub double 1.000000e+00, %2062
  %2064 = fmul double %2063, 5.000000e-01
  %2065 = fmul double %2064, 2.300000e+01
  %2066 = fcmp olt double %2065, 0.000000e+00
  %2067 = select i1 %2066, double 0.000000e+00, double %2065
  %2068 = fcmp ogt double %2067, 2.299900e+01
  %2069 = select i1 %2068, double 2.299900e+01, double %2067
  %2070 = fptosi double %2069 to i64
  %2071 = icmp slt i64 %2070, 0
  %2072 = select i1 %2071, i64 %134, i64 0
  %2073 = add i64 %2072, %2070
  %2074 = mul i64 %2073, %136
  %2075 = getelementptr double, ptr %132, i64 %2074
  %2076 = getelementptr i8, ptr %2075, i64 16
  %2077 = load double, ptr %2076, align 8
  %2078 = add nsw i64 %2070, 1
  %2079 = icmp slt i64 %2070, -1
  %2080 = select i1 %2079, i64 %134, i64 0
  %2081 = add i64 %2078, %2080
  %2082 = mul i64 %2081, %136
  %2083 = getelementptr double, ptr %132, i64 %2082
  %2084 = getelementptr i8, ptr %2083, i64 16
  %2085 = load double, ptr %2084, align 8
  %2086 = fsub double %2085, %2077
  %2087 = sitofp i64 %2070 to double
  %2088 = fsub double %2069, %2087
  %2089 = fmul double %2088, %2086
  %2090 = fadd double %2077, %2089
  %2091 = fpext float %1456 to double
  %2092 = fsub double %2091, %2090
  %2093 = fmul double %2092, %2061
  %2094 = fadd double %2090, %2093
  %2095 = getelementptr i8, ptr %2075, i64 8
  %2096 = load double, ptr %2095, align 8
  %2097 = getelementptr i8, ptr %2083, i64 8
  %2098 = load double, ptr %2097, align 8
  %2099 = fsub double %2098, %2096
  %2100 = fmul double %2088, %2099
  %2101 = fadd double %2096, %2100
  %2102 = fpext float %1455 to double
  %2103 = fsub double %2102, %2101
  %2104 = fmul double %2103, %2061
  %2105 = fadd double %2101, %2104
  %2106 = load double, ptr %2075, align 8
  %2107 = load double, ptr %2083, align 8
  %2108 = fsub double %2107, %2106
  %2109 = fmul double %2088, %2108
  %2110 = fadd double %2106, %2109
  %2111 = fpext float %1454 to double
  %2112 = fsub double %2111, %2110
  %2113 = fmul double %2112, %2061
  %2114 = fadd double %2110, %2113
  br label %1462
2115:
  %2116 = fsub double %882, %86
  %2117 = fdiv double %2116, %74
  %2118 = tail call double @llvm.fabs.f64(double %2117)
  %2119 = fcmp olt double %2118, 1.000000e-03
  br i1 %2119, label %2031, label %2001
2120:
  %2121 = uitofp i64 %1521 to double
  %2122 = fsub double %98, %2121
  %2123 = fdiv double %2122, %94
  %2124 = icmp ugt i64 %1949, 1
  br i1 %2124, label %1945, label %1560
2125:
  %2126 = phi i64 [ 0, %1561 ], [ %2127, %1564 ]
  %2127 = add nuw nsw i64 %2126, 1
  %2128 = getelementptr double, ptr %128, i64 %2126
  %2129 = load double, ptr %2128, align 8
  %2130 = fcmp ogt double %2129, 0.000000e+00
  br i1 %2130, label %2131, label %1564
2131:
  %2132 = mul i64 %2126, %122
  %2133 = getelementptr double, ptr %118, i64 %2132
  %2134 = mul i64 %2126, %8
  %2135 = getelementptr float, ptr %1563, i64 %2134
  br label %2136
2136:
  %2137 = phi i64 [ 0, %2131 ], [ %2138, %2136 ]
  %2138 = add nuw nsw i64 %2137, 1
  %2139 = getelementptr double, ptr %2133, i64 %2137
  %2140 = load double, ptr %2139, align 8
  %2141 = load double, ptr %2128, align 8
  %2142 = fsub double 1.000000e+00, %2141
  %2143 = getelementptr float, ptr %2135, i64 %2137
  %2144 = load float, ptr %2143, align 4
  %2145 = fpext float %2144 to double
  %2146 = fmul double %2142, %2145
  %2147 = fadd double %2140, %2146
  %2148 = fptrunc double %2147 to float
  store float %2148, ptr %2143, align 4
  %2149 = icmp eq i64 %2138, 3
  br i1 %2149, label %1564, label %2136
2150:
  %2151 = phi i64 [ %2152, %1688 ], [ 0, %1567 ]
  %2152 = add nuw nsw i64 %2151, 1
  %2153 = getelementptr double, ptr %128, i64 %2151
  %2154 = load double, ptr %2153, align 8
  %2155 = fcmp ogt double %2154, 0x3FEFF7CED916872B
  br i1 %2155, label %1685, label %1569
2156:
  %2157 = fsub double 1.000000e+00, %1680
  %2158 = fmul double %2157, 2.000000e+00
  %2159 = fcmp olt double %2158, 0.000000e+00
  %2160 = select i1 %2159, double 0.000000e+00, double %2158
  %2161 = tail call double @llvm.sqrt.f64(double %2160)
  %2162 = fsub double %1795, %2161
  %2163 = fdiv double %2162, %1797
  %2164 = fadd double %2163, 5.000000e-01
  %2165 = fcmp olt double %2164, 0.000000e+00
  %2166 = select i1 %2165, double 0.000000e+00, double %2164
  %2167 = fcmp ogt double %2166, 1.000000e+00
  %2168 = select i1 %2167, double 1.000000e+00, double %2166
  %2169 = fcmp ugt double %2168, 0.000000e+00
  br i1 %2169, label %2170, label %2286
2170:
  br i1 %1798, label %2171, label %2280
2171:
  %2172 = fmul double %38, %1673
  %2173 = fmul double %34, %1675
  %2174 = fsub double %2172, %2173
  %2175 = fmul double %2174, 5.500000e+00
  %2176 = fsub double %1674, %36
  %2177 = fmul double %2176, 5.500000e+00
  %2178 = fadd double %2175, 3.700000e-01
  %2179 = fadd double %2177, 1.100000e-01
  %2180 = fmul double %2178, 1.280000e+02
  %2181 = fadd double %2180, -5.000000e-01
  %2182 = fmul double %2179, 1.280000e+02
  %2183 = fadd double %2182, -5.000000e-01
  %2184 = tail call double @llvm.floor.f64(double %2181)
  %2185 = tail call double @llvm.floor.f64(double %2183)
  %2186 = fsub double %2181, %2184
  %2187 = fsub double %2183, %2185
  %2188 = fptosi double %2184 to i64
  %2189 = and i64 %2188, 127
  %2190 = fptosi double %2185 to i64
  %2191 = add i64 %2188, 1
  %2192 = and i64 %2191, 127
  %2193 = shl i64 %2190, 7
  %2194 = and i64 %2193, 16256
  %2195 = getelementptr float, ptr %62, i64 %2194
  %2196 = getelementptr i8, ptr %2195, i64 1310720
  %2197 = getelementptr float, ptr %2196, i64 %2189
  %2198 = load float, ptr %2197, align 4
  %2199 = fsub double 1.000000e+00, %2186
  %2200 = fpext float %2198 to double
  %2201 = fmul double %2199, %2200
  %2202 = getelementptr float, ptr %2196, i64 %2192
  %2203 = load float, ptr %2202, align 4
  %2204 = fpext float %2203 to double
  %2205 = fmul double %2186, %2204
  %2206 = fadd double %2201, %2205
  %2207 = add i64 %2193, 128
  %2208 = and i64 %2207, 16256
  %2209 = getelementptr float, ptr %62, i64 %2208
  %2210 = getelementptr i8, ptr %2209, i64 1310720
  %2211 = getelementptr float, ptr %2210, i64 %2189
  %2212 = load float, ptr %2211, align 4
  %2213 = fpext float %2212 to double
  %2214 = fmul double %2199, %2213
  %2215 = getelementptr float, ptr %2210, i64 %2192
  %2216 = load float, ptr %2215, align 4
  %2217 = fpext float %2216 to double
  %2218 = fmul double %2186, %2217
  %2219 = fadd double %2214, %2218
  %2220 = fsub double 1.000000e+00, %2187
  %2221 = fmul double %2220, %2206
  %2222 = fmul double %2187, %2219
  %2223 = fadd double %2221, %2222
  %2224 = fmul double %2178, 6.400000e+01
  %2225 = fadd double %2224, -5.000000e-01
  %2226 = fmul double %2179, 6.400000e+01
  %2227 = fadd double %2226, -5.000000e-01
  %2228 = tail call double @llvm.floor.f64(double %2225)
  %2229 = tail call double @llvm.floor.f64(double %2227)
  %2230 = fsub double %2225, %2228
  %2231 = fsub double %2227, %2229
  %2232 = fptosi double %2228 to i64
  %2233 = and i64 %2232, 63
  %2234 = fptosi double %2229 to i64
  %2235 = add i64 %2232, 1
  %2236 = and i64 %2235, 63
  %2237 = shl i64 %2234, 6
  %2238 = and i64 %2237, 4032
  %2239 = getelementptr float, ptr %62, i64 %2238
  %2240 = getelementptr i8, ptr %2239, i64 1376256
  %2241 = getelementptr float, ptr %2240, i64 %2233
  %2242 = load float, ptr %2241, align 4
  %2243 = fsub double 1.000000e+00, %2230
  %2244 = fpext float %2242 to double
  %2245 = fmul double %2243, %2244
  %2246 = getelementptr float, ptr %2240, i64 %2236
  %2247 = load float, ptr %2246, align 4
  %2248 = fpext float %2247 to double
  %2249 = fmul double %2230, %2248
  %2250 = fadd double %2245, %2249
  %2251 = add i64 %2237, 64
  %2252 = and i64 %2251, 4032
  %2253 = getelementptr float, ptr %62, i64 %2252
  %2254 = getelementptr i8, ptr %2253, i64 1376256
  %2255 = getelementptr float, ptr %2254, i64 %2233
  %2256 = load float, ptr %2255, align 4
  %2257 = fpext float %2256 to double
  %2258 = fmul double %2243, %2257
  %2259 = getelementptr float, ptr %2254, i64 %2236
  %2260 = load float, ptr %2259, align 4
  %2261 = fpext float %2260 to double
  %2262 = fmul double %2230, %2261
  %2263 = fadd double %2258, %2262
  %2264 = fsub double 1.000000e+00, %2231
  %2265 = fmul double %2264, %2250
  %2266 = fmul double %2231, %2263
  %2267 = fadd double %2265, %2266
  %2268 = fsub double %2267, %2223
  %2269 = fmul double %2268, 0.000000e+00
  %2270 = fadd double %2223, %2269
  %2271 = fadd double %2270, -2.500000e-01
  %2272 = fmul double %2271, 2.200000e+00
  %2273 = fcmp olt double %2272, 0.000000e+00
  %2274 = select i1 %2273, double 0.000000e+00, double %2272
  %2275 = fcmp ogt double %2274, 1.000000e+00
  %2276 = select i1 %2275, double 1.000000e+00, double %2274
  %2277 = fmul double %2276, 5.000000e-01
  %2278 = fadd double %2277, 6.200000e-01
  %2279 = fmul double %2168, %2278
  br label %2286
2280:
  %2281 = fdiv double %2161, %1795
  %2282 = fmul double %2281, 4.500000e-01
  %2283 = fmul double %2281, %2282
  %2284 = fsub double 1.000000e+00, %2283
  %2285 = fmul double %2284, %2168
  br label %2286
2286:
  %2287 = phi double [ %2285, %2280 ], [ %2279, %2171 ], [ 0.000000e+00, %2156 ]
  %2288 = fmul double %66, %2287
  %2289 = load double, ptr %1800, align 8
  %2290 = fmul double %2288, %2289
  %2291 = fadd double %2290, 0.000000e+00
  %2292 = load double, ptr %1801, align 8
  %2293 = fmul double %2288, %2292
  %2294 = fadd double %2293, 0.000000e+00
  %2295 = load double, ptr %1802, align 8
  %2296 = fmul double %2288, %2295
  %2297 = fadd double %2296, 0.000000e+00
  br label %2298
2298:
  %2299 = phi double [ %2297, %2286 ], [ 0.000000e+00, %1625 ]
  %2300 = phi double [ %2294, %2286 ], [ 0.000000e+00, %1625 ]
  %2301 = phi double [ %2291, %2286 ], [ 0.000000e+00, %1625 ]
  %2302 = fcmp ogt double %1674, 0.000000e+00
  %2303 = select i1 %1784, i1 %2302, i1 false
  br i1 %2303, label %2304, label %2582
2304:
  %2305 = fadd double %1674, 1.000000e+00
  %2306 = fdiv double %1673, %2305
  %2307 = fdiv double %1675, %2305
  br label %2424
2308:
  %2309 = phi double [ %2315, %2308 ], [ 1.000000e+00, %2424 ]
  %2310 = phi double [ %2317, %2308 ], [ %1806, %2424 ]
  %2311 = phi i64 [ %2316, %2308 ], [ 2, %2424 ]
  %2312 = and i64 %2311, 1
  %2313 = icmp eq i64 %2312, 0
  %2314 = fmul double %2309, %2310
  %2315 = select i1 %2313, double %2309, double %2314
  %2316 = lshr i64 %2311, 1
  %2317 = fmul double %2310, %2310
  %2318 = icmp eq i64 %2316, 0
  br i1 %2318, label %2319, label %2308
2319:
  %2320 = fadd double %2434, 2.000000e-01
  %2321 = add i64 %2441, 1603997607
  %2322 = lshr i64 %2321, 15
  %2323 = and i64 %2322, 131071
  %2324 = xor i64 %2323, %2321
  %2325 = mul i64 %2324, 2246822519
  %2326 = lshr i64 %2325, 13
  %2327 = and i64 %2326, 524287
  %2328 = xor i64 %2327, %2325
  %2329 = mul i64 %2328, 3266489917
  %2330 = and i64 %2329, 4294967295
  %2331 = lshr i64 %2330, 16
  %2332 = xor i64 %2331, %2330
  %2333 = uitofp i64 %2332 to double
  %2334 = fmul double %2333, 0x3DF0000000000000
  %2335 = fmul double %2334, 6.000000e-01
  %2336 = fadd double %2320, %2335
  %2337 = fsub double %2336, %2433
  %2338 = fadd double %2432, 2.000000e-01
  %2339 = add i64 %2441, 610608897
  %2340 = lshr i64 %2339, 15
  %2341 = and i64 %2340, 131071
  %2342 = xor i64 %2341, %2339
  %2343 = mul i64 %2342, 2246822519
  %2344 = lshr i64 %2343, 13
  %2345 = and i64 %2344, 524287
  %2346 = xor i64 %2345, %2343
  %2347 = mul i64 %2346, 3266489917
  %2348 = and i64 %2347, 4294967295
  %2349 = lshr i64 %2348, 16
  %2350 = xor i64 %2349, %2348
  %2351 = uitofp i64 %2350 to double
  %2352 = fmul double %2351, 0x3DF0000000000000
  %2353 = fmul double %2352, 6.000000e-01
  %2354 = fadd double %2338, %2353
  %2355 = fsub double %2354, %2431
  %2356 = fmul double %2355, %2355
  %2357 = fmul double %2337, %2337
  %2358 = fadd double %2356, %2357
  %2359 = mul nuw nsw i64 %2429, %2429
  %2360 = uitofp i64 %2359 to double
  %2361 = fmul double %1805, %2360
  %2362 = fmul double %1805, %2361
  %2363 = fdiv double %2358, %2362
  %2364 = fcmp olt double %2363, 1.200000e+01
  br i1 %2364, label %2365, label %2422
2365:
  %2366 = fdiv double %2455, 3.400000e-01
  br label %2367
2367:
  %2368 = phi double [ 1.000000e+00, %2365 ], [ %2374, %2367 ]
  %2369 = phi double [ %2366, %2365 ], [ %2376, %2367 ]
  %2370 = phi i64 [ 4, %2365 ], [ %2375, %2367 ]
  %2371 = and i64 %2370, 1
  %2372 = icmp eq i64 %2371, 0
  %2373 = fmul double %2368, %2369
  %2374 = select i1 %2372, double %2368, double %2373
  %2375 = lshr i64 %2370, 1
  %2376 = fmul double %2369, %2369
  %2377 = icmp eq i64 %2375, 0
  br i1 %2377, label %2378, label %2367
2378:
  %2379 = phi double [ %2385, %2378 ], [ 1.000000e+00, %2367 ]
  %2380 = phi double [ %2387, %2378 ], [ %2366, %2367 ]
  %2381 = phi i64 [ %2386, %2378 ], [ 24, %2367 ]
  %2382 = and i64 %2381, 1
  %2383 = icmp eq i64 %2382, 0
  %2384 = fmul double %2379, %2380
  %2385 = select i1 %2383, double %2379, double %2384
  %2386 = lshr i64 %2381, 1
  %2387 = fmul double %2380, %2380
  %2388 = icmp eq i64 %2386, 0
  br i1 %2388, label %2389, label %2378
2389:
  %2390 = fmul double %2374, 5.000000e-01
  %2391 = fadd double %2390, 1.000000e-01
  %2392 = fmul double %2385, 1.500000e+00
  %2393 = fadd double %2391, %2392
  %2394 = add i64 %2439, 2597386317
  %2395 = lshr i64 %2394, 15
  %2396 = and i64 %2395, 131071
  %2397 = xor i64 %2396, %2394
  %2398 = mul i64 %2397, 2246822519
  %2399 = lshr i64 %2398, 13
  %2400 = and i64 %2399, 524287
  %2401 = xor i64 %2400, %2398
  %2402 = mul i64 %2401, 3266489917
  %2403 = and i64 %2402, 4294967295
  %2404 = lshr i64 %2403, 16
  %2405 = xor i64 %2404, %2403
  %2406 = uitofp i64 %2405 to double
  %2407 = fmul double %2406, 0x3DF0000000000000
  %2408 = fmul double %2407, 5.000000e+00
  %2409 = fadd double %2408, 2.000000e+00
  %2410 = fmul double %116, %2409
  %2411 = fmul double %2455, 4.000000e+01
  %2412 = fadd double %2411, %2410
  %2413 = tail call double @llvm.sin.f64(double %2412)
  %2414 = fmul double %2413, 2.000000e-01
  %2415 = fadd double %2414, 8.000000e-01
  %2416 = fmul double %2415, %2393
  %2417 = fmul double %2315, %2416
  %2418 = fmul double %2363, -1.200000e+00
  %2419 = tail call double @llvm.exp.f64(double %2418)
  %2420 = fmul double %2419, %2417
  %2421 = fadd double %2425, %2420
  br label %2422
2422:
  %2423 = phi double [ %2425, %2424 ], [ %2421, %2389 ], [ %2425, %2319 ]
  br i1 %2426, label %2457, label %2424
2424:
  %2425 = phi double [ 0.000000e+00, %2304 ], [ %2423, %2422 ]
  %2426 = phi i1 [ false, %2304 ], [ true, %2422 ]
  %2427 = phi i64 [ 0, %2304 ], [ 1, %2422 ]
  %2428 = mul nuw nsw i64 %2427, 55
  %2429 = add nuw nsw i64 %2428, 46
  %2430 = uitofp i64 %2429 to double
  %2431 = fmul double %2306, %2430
  %2432 = tail call double @llvm.floor.f64(double %2431)
  %2433 = fmul double %2307, %2430
  %2434 = tail call double @llvm.floor.f64(double %2433)
  %2435 = fptosi double %2432 to i64
  %2436 = fptosi double %2434 to i64
  %2437 = mul i64 %2435, 374761393
  %2438 = mul i64 %2436, 668265263
  %2439 = add i64 %2438, %2437
  %2440 = mul nuw nsw i64 %2427, 2246822519
  %2441 = add i64 %2439, %2440
  %2442 = add i64 %2441, 3912187483
  %2443 = lshr i64 %2442, 15
  %2444 = and i64 %2443, 131071
  %2445 = xor i64 %2444, %2442
  %2446 = mul i64 %2445, 2246822519
  %2447 = lshr i64 %2446, 13
  %2448 = and i64 %2447, 524287
  %2449 = xor i64 %2448, %2446
  %2450 = mul i64 %2449, 3266489917
  %2451 = and i64 %2450, 4294967295
  %2452 = lshr i64 %2451, 16
  %2453 = xor i64 %2452, %2451
  %2454 = uitofp i64 %2453 to double
  %2455 = fmul double %2454, 0x3DF0000000000000
  %2456 = fcmp ogt double %2455, 3.400000e-01
  br i1 %2456, label %2422, label %2308
2457:
  %2458 = fmul double %1674, 5.000000e+00
  %2459 = fcmp ogt double %2458, 1.000000e+00
  %2460 = select i1 %2459, double 1.000000e+00, double %2458
  %2461 = fmul double %64, %2460
  %2462 = fmul double %2461, %2423
  %2463 = fmul double %1673, 5.500000e-01
  %2464 = fmul double %1674, 6.200000e-01
  %2465 = fadd double %2463, %2464
  %2466 = fmul double %1675, 5.600000e-01
  %2467 = fsub double %2465, %2466
  %2468 = fmul double %1673, 3.100000e-01
  %2469 = fmul double %1674, 2.000000e-01
  %2470 = fadd double %2468, %2469
  %2471 = fmul double %1675, 3.100000e-01
  %2472 = fmul double %2470, 2.560000e+02
  %2473 = fadd double %2472, -5.000000e-01
  %2474 = fmul double %2471, 2.560000e+02
  %2475 = fadd double %2474, -5.000000e-01
  %2476 = tail call double @llvm.floor.f64(double %2473)
  %2477 = tail call double @llvm.floor.f64(double %2475)
  %2478 = fsub double %2473, %2476
  %2479 = fsub double %2475, %2477
  %2480 = fptosi double %2476 to i64
  %2481 = and i64 %2480, 255
  %2482 = fptosi double %2477 to i64
  %2483 = add i64 %2480, 1
  %2484 = and i64 %2483, 255
  %2485 = shl i64 %2482, 8
  %2486 = and i64 %2485, 65280
  %2487 = getelementptr float, ptr %62, i64 %2486
  %2488 = getelementptr i8, ptr %2487, i64 2446592
  %2489 = getelementptr float, ptr %2488, i64 %2481
  %2490 = load float, ptr %2489, align 4
  %2491 = fsub double 1.000000e+00, %2478
  %2492 = fpext float %2490 to double
  %2493 = fmul double %2491, %2492
  %2494 = getelementptr float, ptr %2488, i64 %2484
  %2495 = load float, ptr %2494, align 4
  %2496 = fpext float %2495 to double
  %2497 = fmul double %2478, %2496
  %2498 = fadd double %2493, %2497
  %2499 = add i64 %2485, 256
  %2500 = and i64 %2499, 65280
  %2501 = getelementptr float, ptr %62, i64 %2500
  %2502 = getelementptr i8, ptr %2501, i64 2446592
  %2503 = getelementptr float, ptr %2502, i64 %2481
  %2504 = load float, ptr %2503, align 4
  %2505 = fpext float %2504 to double
  %2506 = fmul double %2491, %2505
  %2507 = getelementptr float, ptr %2502, i64 %2484
  %2508 = load float, ptr %2507, align 4
  %2509 = fpext float %2508 to double
  %2510 = fmul double %2478, %2509
  %2511 = fadd double %2506, %2510
  %2512 = fsub double 1.000000e+00, %2479
  %2513 = fmul double %2512, %2498
  %2514 = fmul double %2479, %2511
  %2515 = fadd double %2513, %2514
  %2516 = fmul double %2470, 1.280000e+02
  %2517 = fadd double %2516, -5.000000e-01
  %2518 = fmul double %2471, 1.280000e+02
  %2519 = fadd double %2518, -5.000000e-01
  %2520 = tail call double @llvm.floor.f64(double %2517)
  %2521 = tail call double @llvm.floor.f64(double %2519)
  %2522 = fsub double %2517, %2520
  %2523 = fsub double %2519, %2521
  %2524 = fptosi double %2520 to i64
  %2525 = and i64 %2524, 127
  %2526 = fptosi double %2521 to i64
  %2527 = add i64 %2524, 1
  %2528 = and i64 %2527, 127
  %2529 = shl i64 %2526, 7
  %2530 = and i64 %2529, 16256
  %2531 = getelementptr float, ptr %62, i64 %2530
  %2532 = getelementptr i8, ptr %2531, i64 2708736
  %2533 = getelementptr float, ptr %2532, i64 %2525
  %2534 = load float, ptr %2533, align 4
  %2535 = fsub double 1.000000e+00, %2522
  %2536 = fpext float %2534 to double
  %2537 = fmul double %2535, %2536
  %2538 = getelementptr float, ptr %2532, i64 %2528
  %2539 = load float, ptr %2538, align 4
  %2540 = fpext float %2539 to double
  %2541 = fmul double %2522, %2540
  %2542 = fadd double %2537, %2541
  %2543 = add i64 %2529, 128
  %2544 = and i64 %2543, 16256
  %2545 = getelementptr float, ptr %62, i64 %2544
  %2546 = getelementptr i8, ptr %2545, i64 2708736
  %2547 = getelementptr float, ptr %2546, i64 %2525
  %2548 = load float, ptr %2547, align 4
  %2549 = fpext float %2548 to double
  %2550 = fmul double %2535, %2549
  %2551 = getelementptr float, ptr %2546, i64 %2528
  %2552 = load float, ptr %2551, align 4
  %2553 = fpext float %2552 to double
  %2554 = fmul double %2522, %2553
  %2555 = fadd double %2550, %2554
  %2556 = fsub double 1.000000e+00, %2523
  %2557 = fmul double %2556, %2542
  %2558 = fmul double %2523, %2555
  %2559 = fadd double %2557, %2558
  %2560 = fsub double %2559, %2515
  %2561 = fmul double %2560, 0.000000e+00
  %2562 = fadd double %2515, %2561
  %2563 = fneg double %2467
  %2564 = fmul double %2467, %2563
  %2565 = fmul double %2564, 2.200000e+01
  %2566 = tail call double @llvm.exp.f64(double %2565)
  %2567 = fmul double %2566, %2562
  %2568 = fmul double %2562, %2567
  %2569 = fmul double %2568, 3.500000e-02
  %2570 = fmul double %2461, %2569
  %2571 = fmul double %2570, 8.500000e-01
  %2572 = fadd double %2462, %2571
  %2573 = fadd double %2301, %2572
  %2574 = fmul double %2462, 1.020000e+00
  %2575 = fmul double %2570, 9.000000e-01
  %2576 = fadd double %2574, %2575
  %2577 = fadd double %2300, %2576
  %2578 = fmul double %2462, 1.100000e+00
  %2579 = fmul double %2570, 1.150000e+00
  %2580 = fadd double %2578, %2579
  %2581 = fadd double %2299, %2580
  br label %2582
2582:
  %2583 = phi double [ %2581, %2457 ], [ %2299, %2298 ]
  %2584 = phi double [ %2577, %2457 ], [ %2300, %2298 ]
  %2585 = phi double [ %2573, %2457 ], [ %2301, %2298 ]
  %2586 = mul i64 %1607, %8
  %2587 = getelementptr float, ptr %1605, i64 %2586
  %2588 = load float, ptr %2587, align 4
  %2589 = fpext float %1668 to double
  %2590 = fmul double %1611, %2589
  %2591 = fmul double %2590, %2585
  %2592 = fptrunc double %2591 to float
  %2593 = fadd float %2588, %2592
  store float %2593, ptr %2587, align 4
  %2594 = getelementptr i8, ptr %2587, i64 4
  %2595 = load float, ptr %2594, align 4
  %2596 = fmul double %2590, %2584
  %2597 = fptrunc double %2596 to float
  %2598 = fadd float %2595, %2597
  store float %2598, ptr %2594, align 4
  %2599 = getelementptr i8, ptr %2587, i64 8
  %2600 = load float, ptr %2599, align 4
  %2601 = fmul double %2590, %2583
  %2602 = fptrunc double %2601 to float
  %2603 = fadd float %2600, %2602
  store float %2603, ptr %2599, align 4
  br label %1683
2604:
  ret void
}
declare double @llvm.floor.f64(double)
declare float @llvm.fabs.f32(float)
declare double @llvm.fabs.f64(double)
declare float @llvm.floor.f32(float)
declare double @llvm.ceil.f64(double)
declare double @llvm.sin.f64(double)
declare double @llvm.exp.f64(double)
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.smax.i64(i64, i64)
declare double @llvm.sqrt.f64(double)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1 immarg)
